import type { Carry } from './send.js';

/** By XMLHttpRequest, since `fetch` does not tell how much of a body has been sent. */
export function carryByXhr(Request: typeof XMLHttpRequest): Carry {
  return (url, { method, headers, body, signal }, progress) =>
    new Promise((resolve, reject) => {
      const xhr = new Request();
      const abort = (): void => xhr.abort();
      const end = (settle: () => void): void => {
        signal?.removeEventListener('abort', abort);
        settle();
      };
      xhr.open(method!, url);
      xhr.responseType = 'text';
      new Headers(headers).forEach((value, name) => xhr.setRequestHeader(name, value));
      xhr.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total) progress?.(loaded / total);
      };
      xhr.onload = () => end(() => resolve(answerOf(xhr)));
      xhr.onerror = xhr.onabort = xhr.ontimeout = () => end(() => reject(new TypeError('no answer')));
      signal?.addEventListener('abort', abort);
      xhr.send(body as Blob);
    });
}

/** By `fetch`: nothing of it, then all of it. */
export function carryByFetch(carry: typeof fetch): Carry {
  return async (url, init, progress) => {
    progress?.(0);
    return carry(url, init);
  };
}

function answerOf(xhr: XMLHttpRequest): Response {
  const names = ['content-type', 'retry-after', 'date'];
  const headers = names.map((name): [string, string] => [name, xhr.getResponseHeader(name) ?? '']);
  return new Response(xhr.responseText || null, { status: xhr.status, headers });
}

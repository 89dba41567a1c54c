import type { HelpErrorCode, Problem } from '@helpkiosk/core';

/** What a refusal may say beside its status. `headers` go with the answer as they are. */
export interface ProblemDetails {
  code?: HelpErrorCode;
  detail?: string;
  problems?: readonly Problem[];
  retryAfterMs?: number;
  headers?: Readonly<Record<string, string>>;
}

const TITLES: Readonly<Record<number, readonly [title: string, code: HelpErrorCode]>> = {
  400: ['The request is not understood', 'refused'],
  401: ['A token is needed', 'unauthorized'],
  403: ['This is not allowed', 'forbidden'],
  404: ['There is nothing here', 'refused'],
  405: ['This method is not served here', 'refused'],
  406: ['No such form of the answer', 'refused'],
  409: ['This does not fit what is there', 'conflict'],
  413: ['That is too big', 'content-too-big'],
  415: ['Such content is not taken', 'refused'],
  417: ['This expectation cannot be met', 'refused'],
  422: ['The content is not acceptable', 'refused'],
  429: ['Too many requests', 'rate-limited'],
  431: ['The headers are too big', 'content-too-big'],
  500: ['Something went wrong on this side', 'internal'],
  503: ['Not at the moment', 'unavailable'],
};

/** A refusal that the customer's side is told as a problem document (RFC 9457). The code follows from the status unless it is given. */
export class HostProblem extends Error {
  constructor(
    readonly status: number,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? TITLES[status]?.[0] ?? 'Refused');
    this.name = 'HostProblem';
  }

  /** The document. */
  toDocument(): Record<string, unknown> {
    const { detail, problems, retryAfterMs, code } = this.details;
    const [title, usual] = TITLES[this.status] ?? ['Refused', 'refused'];
    return {
      ...{ type: 'about:blank', title, status: this.status, code: code ?? usual },
      ...(detail === undefined ? {} : { detail }),
      ...(problems === undefined ? {} : { problems }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }

  /** The headers that go with it. */
  toHeaders(): Record<string, string> {
    const { retryAfterMs, headers } = this.details;
    return {
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) }),
      ...headers,
    };
  }
}

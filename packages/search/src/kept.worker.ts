// The worker of those who have been here before: the search of `search.worker.ts` with what this browser keeps of the pack. It also keeps
// a pack for later, off the page's main thread.
import { openKeptTarget, keepPack } from './keep-pack.js';
import { PROTOCOL_VERSION, type FromWorker, type KeepMessage } from './protocol.js';
import { serveSearch } from './serve-search.js';

const scope = self as DedicatedWorkerGlobalScope;

serveSearch(scope, (target, onUpdate) => (target.kind === 'pack' ? openKeptTarget(target, onUpdate) : null));

scope.addEventListener('message', ({ data }: MessageEvent<KeepMessage | null>) => {
  if (data?.v !== PROTOCOL_VERSION || !data.keep) return;
  void keepPack(data.keep, data).then((kept) => {
    const answer: FromWorker = { v: PROTOCOL_VERSION, kept };
    scope.postMessage(answer);
  });
});

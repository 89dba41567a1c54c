import { describe } from 'vitest';
import type { ZooPage } from './zoo/zoo-page.js';
import { useZoo } from './zoo/zoo.js';

/** On the page itself, because what a page does to its own storage does not reach a worker. */
const withStorage = (name: string, script: string): ZooPage => ({
  name,
  head: `<script>${script}</script>`,
  tags: [{ 'data-worker': 'off' }],
});

const NAMES = "['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'BroadcastChannel']";

describe('a page whose storage', () => {
  useZoo().tour([
    withStorage(
      'is absent',
      `for (const name of ${NAMES}) Object.defineProperty(window, name, { value: undefined });
      for (const name of ['locks', 'storage', 'serviceWorker']) Object.defineProperty(navigator, name, { value: undefined });`,
    ),
    withStorage(
      'throws',
      `const refuse = () => { throw new DOMException('The page may not store anything.', 'SecurityError') };
      for (const name of ${NAMES}) Object.defineProperty(window, name, { get: refuse });
      for (const name of ['locks', 'storage', 'serviceWorker']) Object.defineProperty(navigator, name, { get: refuse });
      Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });`,
    ),
    withStorage(
      'never answers',
      `const never = () => new Promise(() => {});
      IDBFactory.prototype.open = IDBFactory.prototype.deleteDatabase = () => new EventTarget();
      for (const [type, names] of [[IDBFactory, 'databases'], [CacheStorage, 'open match keys has delete'], [LockManager, 'request query'],
        [StorageManager, 'estimate persist persisted']])
        for (const name of names.split(' ')) if (type.prototype[name]) type.prototype[name] = never;`,
    ),
  ]);
});

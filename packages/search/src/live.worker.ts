// The worker of pages with articles given as data; serves packs too, at more than half as many bytes again.
import { openTarget } from './open-target.js';
import { serveSearch } from './serve-search.js';

serveSearch(self as DedicatedWorkerGlobalScope, openTarget);

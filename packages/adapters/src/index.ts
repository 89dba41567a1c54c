// The only public entry of @helpkiosk/adapters: explicit, named exports.
export { createHostAdapter, type HostAdapterOptions } from './host/host-adapter.js';
export type { ClaimPort } from './host/host-session.js';
export {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryControls,
} from './memory/memory-adapter.js';
export type { DeskRecord } from './memory/desk-log.js';
export type { DeskLoad } from './memory/desk-plan.js';

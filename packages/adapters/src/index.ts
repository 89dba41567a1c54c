// The only public entry of @helpkiosk/adapters: explicit, named exports.
export {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryControls,
} from './memory/memory-adapter.js';
export type { DeskLoad } from './memory/desk-plan.js';

// The entry @helpkiosk/adapters/contract: the protocol as data, and what proves that an adapter or a host keeps it.
export { schemas, type JsonSchema } from './schemas/index.js';
export { routes, type Route, type RouteParameter } from './routes.js';
export { METHODS } from './schemas/status.js';
export { ERROR_CODES } from './schemas/exchange.js';
export { checkShape } from './check-shape.js';
export { findTraps, type Traps } from './traps.js';
export { testAdapter } from './kit/test-adapter.js';
export type { Expect, KitOptions } from './kit/adapter-kit.js';
export { checkHost, type CheckHostOptions, type CheckResult } from './wire/check-host.js';
export { createFaultProxy, type FaultCounts, type FaultProxy } from './wire/fault-proxy.js';
export { HARD_FAULTS, type Faults, type StreamFaults } from './wire/faults.js';

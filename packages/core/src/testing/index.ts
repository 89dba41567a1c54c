// What tests of hosts and of the other packages may use: `@helpkiosk/core/testing`.
export { createDeferred, type Deferred } from './deferred.js';
export { createFakeEnv, type FakeEnv, type FakeEnvOptions } from './fake-env.js';

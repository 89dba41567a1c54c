import { defineConfig } from 'vitest/config';

/** The tests that need a server which is not ours; `npm run test:desks` runs them. */
export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^@helpkiosk\/core\/testing$/,
        replacement: new URL('../../packages/core/src/testing/index.ts', import.meta.url).pathname,
      },
      {
        find: /^@helpkiosk\/adapters\/contract$/,
        replacement: new URL('../../packages/adapters/src/contract/index.ts', import.meta.url).pathname,
      },
      {
        find: /^@helpkiosk\/(core|search|pack|adapters)$/,
        replacement: new URL('../../packages/$1/src/index.ts', import.meta.url).pathname,
      },
    ],
  },
  test: {
    include: ['tests/desks/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});

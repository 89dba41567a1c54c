import { defineConfig } from 'vitest/config';

const sources = {
  alias: [
    {
      find: /^@helpkiosk\/core\/testing$/,
      replacement: new URL('packages/core/src/testing/index.ts', import.meta.url).pathname,
    },
    {
      find: /^@helpkiosk\/adapters\/contract$/,
      replacement: new URL('packages/adapters/src/contract/index.ts', import.meta.url).pathname,
    },
    {
      find: /^@helpkiosk\/(core|search|pack|adapters)$/,
      replacement: new URL('packages/$1/src/index.ts', import.meta.url).pathname,
    },
  ],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: sources,
        test: {
          name: 'unit',
          include: ['{packages,examples}/*/src/**/*.test.{ts,tsx}', 'tests/{*,streams/*}.test.ts'],
          environment: 'node',
          testTimeout: 20_000, // a busy machine is no failure
        },
      },
      {
        // A driven Chromium against real servers, on the built files.
        resolve: sources,
        test: {
          name: 'journeys',
          include: ['tests/{e2e,hostile}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['tests/support/pack-demo.mjs'],
          maxWorkers: 2, // each has a browser beside it
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** `*.full.test.ts` takes long: it runs nightly and before work is called done. */
const full = process.env['COLUMNS_TEST_FULL'] === '1';

export default defineConfig({
  test: {
    globalSetup: ['packages/testkit/src/run-folder.ts'],
    include: ['{apps,packages}/*/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(full ? [] : ['**/*.full.test.ts'])],
    // Builds and browsers wait for each other less when two files run side by side.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

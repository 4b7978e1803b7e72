import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// What one worker has compiled the next one, and each service that a test starts, need not.
// biome-ignore lint/style/noProcessEnv: workers inherit it before any code of ours runs
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'nashra-compile-cache');

// What a script reads: a CI that forces colours must not change what programs print to a test.
const env = { NO_COLOR: '1' };

export default defineConfig({
  test: {
    // Most of the time is spent waiting for services: two files at a time keep two cores busy.
    maxWorkers: 2,
    // Node runs our modules as they are; to have Vite turn them into others first took a quarter of the processors' time.
    experimental: { viteModuleRunner: false },
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['{packages,services,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/test/**'],
          // They keep no state in modules: loading those once, not for every file, is half of the time.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          env,
          include: ['{packages,services}/*/test/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: ['packages/testkit/src/global-setup.ts'],
          // What they share are servers, databases of their own lie apart; see above.
          isolate: false,
          // Bounds what hangs; longer than any wait inside.
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

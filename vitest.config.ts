import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false })],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          pool: 'threads',
          // A PIN's hash and a property take seconds on a machine that has other work.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.story.ts'],
          fileParallelism: false,
          // Of the stories of one file, which wait more than they work: four panels at a time.
          maxConcurrency: 4,
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false })],
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], pool: 'threads' },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.story.ts'],
          fileParallelism: false,
          // Of the stories of one file, which wait more than they work: four panels at a time.
          maxConcurrency: 4,
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

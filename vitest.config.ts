import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { alone, LongestFirst, storyFile } from './build/test/stories.ts'

const stories = {
  // Of the stories of one file, which wait more than they work: six panels at a time.
  maxConcurrency: 6,
  expect: { poll: { timeout: 30_000 } },
  testTimeout: 120_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false })],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          pool: 'threads',
          // Of the files: on two cores, one that works or waits beside two others.
          maxWorkers: 3,
          // A PIN's hash and a property take seconds on a machine that has other work.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...stories,
          name: 'e2e',
          include: ['test/e2e/**/*.story.ts'],
          exclude: alone.map(storyFile),
          // Of the files of stories: on two cores, three that wait hardly disturb each other.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...stories,
          name: 'e2e-alone',
          include: alone.map(storyFile),
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})

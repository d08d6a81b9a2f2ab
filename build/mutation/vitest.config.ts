import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Quick tests first: the long stories need not try the mutants that these kill. */
const folders = ['shared', 'engine', 'main/adapters']

const rank = ({ moduleId }: TestSpecification): number => {
  const at = folders.findIndex((folder) => moduleId.includes(`/test/${folder}/`))
  return at === -1 ? folders.length : at
}

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rank(one) - rank(other))
  }
}

/** The unit tests of the mutated files, in the copy of the checkout with the mutants. */
export default defineConfig({
  root: fileURLToPath(new URL('../../dist/mutation/checkout', import.meta.url)),
  test: {
    include: [`test/{${folders.join(',')}}/**/*.test.ts`],
    // They start programs, or hash PINs for seconds.
    exclude: [
      'test/main/adapters/keyring/**',
      'test/main/adapters/**/{admin-pin,power-cut,systemd,x-display}.test.ts',
    ],
    runner: fileURLToPath(new URL('runner.mjs', import.meta.url)),
    pool: 'threads',
    // All files one after another in one thread, so that a mutant that one file killed need not be tried
    // again.
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: QuickFirst },
  },
})

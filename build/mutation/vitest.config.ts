import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Quick ones first: what they kill, the long stories need not try. */
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

/** The unit tests of what is mutated, in the copy of the checkout that has the mutants. */
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
    // All files one after another in one thread, so that what one of them has killed need not be tried again.
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: QuickFirst },
  },
})

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { inProject } from '../project.mjs'

/** The parts of a checkout that the tests need. They find the packages in the checkout around it. */
const parts = [
  'shared',
  'engine',
  'main',
  'renderer',
  'simulator',
  'test',
  'build',
  'package.json',
  'tsconfig.json',
]

const no = () => false
const nothing = () => {}
const silent = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
}

/**
 * Copies the checkout with all mutants of these files in it, each behind a switch.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
export async function instrumented(folder, files) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await Promise.all(parts.map((part) => cp(inProject(part), join(folder, part), { recursive: true })))
  const sources = await Promise.all(
    files.map(async (name) => ({ name, mutate: true, content: await readFile(inProject(name), 'utf8') })),
  )
  const options = { plugins: null, excludedMutations: [], ignorers: [] }
  const { files: written, mutants } = await new Instrumenter(silent).instrument(sources, options)
  await Promise.all(written.map(({ name, content }) => writeFile(join(folder, name), content)))
  return mutants
}

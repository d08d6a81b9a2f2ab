import { rm } from 'node:fs/promises'
import { inProject } from '../project.mjs'
import { run } from '../run.mjs'
import { fingerprintOf, stampAt } from './fingerprint.mjs'

const sources = [
  'engine',
  'main',
  'renderer',
  'shared',
  'simulator',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stamp = stampAt(inProject('out', '.made-from'))
const fingerprint = () => fingerprintOf({ paths: sources.map((path) => inProject(path)) })

/** @type {import('./step.mjs').Step} */
export const build = {
  title: 'Build',
  upToDate: () => (stamp.matches(fingerprint()) ? 'up to date' : undefined),
  doing: 'bundling main, preload and renderer into out/',
  run: async () => {
    const madeFrom = fingerprint()
    await rm(inProject('out'), { recursive: true, force: true })
    await run('npm', ['run', 'build'])
    stamp.leave(madeFrom)
    return 'bundled'
  },
}

import { orExplain } from '../or-explain.mjs'
import { inProject } from '../project.mjs'
import { run } from '../run.mjs'
import { debianPackages, toCheckAlerts } from '../setup/debian-packages.mjs'
import { carryOut, take } from '../setup/step.mjs'

const alerts = inProject('build', 'hub', 'alerts.yml')
const tests = inProject('build', 'hub', 'alerts.test.yml')

/**
 * @param {string} title
 * @param {string[]} args of promtool
 */
const ask = (title, args) =>
  carryOut({
    title,
    doing: `promtool ${args.slice(0, 2).join(' ')}`,
    run: async () => (await run('promtool', args)).trim().split('\n').at(-1)?.trim() ?? '',
  })

await orExplain(async () => {
  await take(debianPackages(toCheckAlerts))
  await ask('Rules', ['check', 'rules', alerts])
  await ask('Stories', ['test', 'rules', tests])
})

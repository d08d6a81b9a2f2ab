import { execFileSync, fork } from 'node:child_process'
import { join } from 'node:path'
import { createSystemClock } from '../../../../main/adapters/clock/system-clock.ts'
import { createKeytarVault, type KeytarVaultParts } from '../../../../main/adapters/keyring/keytar-vault.ts'

/**
 * Runs in a session of its own, with the real vault: `tsx keyring-steps.ts RATE STEP…`, a step being `read:ACCOUNT`,
 * `write:ACCOUNT=SECRET`, `remove:ACCOUNT`, or `do:` and commands for a shell. Prints what came of the others as JSON. The
 * vault's time runs RATE times as fast.
 */
const [rate, ...steps] = process.argv.slice(2)
const startProcess: KeytarVaultParts['startProcess'] = (request) => {
  const child = fork(join(import.meta.dirname, 'keyring-child.ts'), { execArgv: ['--import', 'tsx'] })
  child.send(request)
  return {
    answer: new Promise((resolve) => {
      child.once('message', resolve)
      child.once('exit', () => resolve(undefined))
    }),
    end: () => void child.kill('SIGKILL'),
  }
}
const vault = createKeytarVault({ clock: createSystemClock(Number(rate)), startProcess })

const outcomes: unknown[] = []
for (const step of steps) {
  const [, verb = '', account = '', secret = ''] = /^(read|write|remove):([^=]+)=?(.*)$/.exec(step) ?? []
  if (step.startsWith('do:')) execFileSync('sh', ['-c', step.slice(3)], { stdio: 'ignore' })
  else if (verb === 'read') outcomes.push(await vault.read(account))
  else outcomes.push(await (verb === 'write' ? vault.write(account, secret) : vault.remove(account)))
}
// The clock would keep it.
process.stdout.write(JSON.stringify(outcomes), () => process.exit())

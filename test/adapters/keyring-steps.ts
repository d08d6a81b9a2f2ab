import { stat } from 'node:fs/promises'
import { createKeytarVault } from '../../main/adapters/keytar-vault.ts'
import { createSystemClock } from '../../main/adapters/system-clock.ts'

/**
 * Runs in a session of its own, with the real vault: `tsx keyring-steps.ts RATE STEP…`, a step being `read:ACCOUNT` or
 * `write:ACCOUNT=SECRET` or `remove:ACCOUNT`. Prints what came of the steps as JSON. The vault's time runs RATE times as fast.
 */
const [rate, ...steps] = process.argv.slice(2)
const vault = createKeytarVault({ clock: createSystemClock(Number(rate)) })

const outcomes: unknown[] = []
for (const step of steps) {
  const [, verb, account = '', secret = ''] = /^(read|write|remove):([^=]+)=?(.*)$/.exec(step) ?? []
  if (verb === 'read') outcomes.push(await vault.read(account))
  else outcomes.push(await (verb === 'write' ? vault.write(account, secret) : vault.remove(account)))
}
// Needs one of the threads that calls to the keyring use up while they hang.
await stat(import.meta.filename)
// An ordinary exit waits for all threads, and so for a keyring that hangs.
process.stdout.write(JSON.stringify(outcomes), () => process.kill(process.pid, 'SIGKILL'))

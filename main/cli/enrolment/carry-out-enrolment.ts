import { randomBytes } from 'node:crypto'
import type { Vault } from '../../../engine/secrets.ts'
import { doorAccounts } from '../../../engine/installation/door-secret.ts'
import type { Configuration, HubDoorConfiguration } from '../../../shared/config/configuration.ts'
import type { OrderParts } from '../order-parts.ts'
import { type Check, type CheckLine, failed, fine, type Finding, isBad, runChecks } from '../checks/check.ts'
import { authorityChecks, brokerChecks, lineChecks, lineSight } from '../checks/line-checks.ts'
import { pictureChecks } from '../checks/picture-checks.ts'
import { changeSecrets } from '../keyring-change.ts'
import type { EnrolmentOrder } from '../provision-order.ts'
import { keyringFaults, store, type Stored } from '../provision-storing.ts'
import { reasonIn } from '../reason-in.ts'

/** `spent`: the code is used up, and nothing is stored of what it gave. */
export type Enrolled = Stored | 'spent'

/**
 * Makes a door of this tablet. A code can be used once, so all that could keep the tablet from storing what the
 * code gives is tried before: the pictures, the authority, the keyring, the configuration's place, the broker.
 * What the hub then says is stored at once, and only then tried.
 */
export async function carryOutEnrolment(
  order: EnrolmentOrder,
  parts: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<Enrolled> {
  if (!(await isReady(order, parts, tell))) return 'asBefore'
  const redeemed = await parts.redeem(order.enrolment)
  if (!redeemed.ok) {
    tell({ name: 'enrolment', ...failed(redeemed.error.fault, redeemed.error.detail) })
    return 'asBefore'
  }
  const { door, room, password } = redeemed.value
  tell({ name: 'enrolment', ...fine(`door ${door} of room ${room}`) })
  const made = order.configurationOf(door, room)
  if (!made.ok) {
    tell({
      name: 'configuration',
      ...failed('configurationInvalid', made.error.map(({ path }) => path).join()),
    })
    return 'spent'
  }
  const before = await parts.present()
  const stored = await storeDoor({ ...order, configuration: made.value, password }, parts, tell)
  if (stored !== 'stored') return 'spent'
  await forgetEarlier(before, made.value, parts.vault, tell)
  const probe = parts.lineProbeFor(made.value, password)
  await runChecks(lineChecks(lineSight({ configuration: made.value, probe, clock: parts.clock }), []), tell)
  return stored
}

/** A door that has a hub keeps no secret of what it was before. */
async function forgetEarlier(
  before: Configuration | undefined,
  now: HubDoorConfiguration,
  vault: Vault,
  tell: (line: CheckLine) => void,
): Promise<void> {
  const kept = doorAccounts(now)
  const earlier =
    before === undefined ? [] : doorAccounts(before).filter((account) => !kept.includes(account))
  for (const account of earlier) {
    // oxlint-disable-next-line no-await-in-loop -- a keyring takes one after the other
    const removed = await vault.remove(account)
    if (!removed.ok) return tell({ name: 'earlier secret', ...failed(keyringFaults[removed.error]) })
  }
  if (earlier.length > 0) tell({ name: 'earlier secret', ...fine('taken out of the keyring') })
}

const storeDoor = (
  door: Parameters<typeof store>[0],
  { vault, place }: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<Stored> => store(door, { vault, place, tell: (name, finding) => tell({ name, ...finding }) })

async function isReady(
  { configuration, enrolment }: EnrolmentOrder,
  parts: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<boolean> {
  const { canRead, vault, clock, lineProbeFor } = parts
  // Nobody's account: a broker that refuses it is there.
  const probe = lineProbeFor(configuration, randomBytes(32).toString('base64url'))
  const lines = await runChecks(
    [
      ...pictureChecks(configuration, canRead),
      ...authorityChecks(configuration.hub, canRead),
      ...fingerprintChecks(configuration, enrolment.caFingerprint, parts),
      { name: 'keyring', look: () => keyringFinding(vault) },
      { name: 'place', look: () => placeFinding(configuration, parts) },
      ...brokerChecks(lineSight({ configuration, probe, clock }), []),
    ],
    tell,
  )
  return !lines.some(isBad)
}

function fingerprintChecks(
  { hub: { caFile } }: HubDoorConfiguration,
  wanted: string | undefined,
  { fingerprintIn }: OrderParts,
): readonly Check[] {
  if (wanted === undefined || caFile === undefined) return []
  const look = async (): Promise<Finding> => {
    const found = await fingerprintIn(caFile)
    if (!found.ok) return failed('authorityUnreadable', `${caFile}, ${reasonIn(found.error)}`)
    return plain(found.value) === plain(wanted) ? fine() : failed('otherAuthority', found.value)
  }
  return [{ name: 'fingerprint', needs: ['authority'], look }]
}

const plain = (fingerprint: string): string => fingerprint.replaceAll(':', '').toUpperCase()

const trialAccount = 'enrolment-trial'

/** Stores an entry as a password would be, and takes it out again. */
async function keyringFinding(vault: Vault): Promise<Finding> {
  const tried = await changeSecrets(vault, [[trialAccount, randomBytes(32).toString('base64url')]])
  if (!tried.ok) return failed(keyringFaults[tried.error.problem])
  const removed = await vault.remove(trialAccount)
  return removed.ok ? fine() : failed(keyringFaults[removed.error])
}

async function placeFinding(configuration: HubDoorConfiguration, { place }: OrderParts): Promise<Finding> {
  const staged = await place.stage(configuration)
  if (!staged.ok) return failed('notWritable', `${place.file}, ${reasonIn(staged.error)}`)
  await staged.value.discard()
  return fine(place.file)
}

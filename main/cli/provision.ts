import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import { daysAround } from '../../shared/calendar-day.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Clock, RoomCalendar, Vault } from '../ports.ts'
import { hashPin } from './pin-hash.ts'

export interface ProvisionParts {
  readonly vault: Vault
  readonly clock: Clock
  /** The calendar as it answers to these credentials, for the check before anything is stored. */
  readonly calendarFor: (configuration: Configuration, appSecret: string) => RoomCalendar
  /** The tablet's own; the configuration's goes before it. */
  readonly timeZone: string
  /** Where the configuration goes. */
  readonly file: string
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/** What arrives on standard input. */
interface Order {
  readonly configuration: Configuration
  readonly appSecret: string
  readonly adminPin?: string | undefined
}

const orderSchema = v.strictObject({
  config: v.unknown(),
  appSecret: v.pipe(v.string(), v.nonEmpty()),
  adminPin: v.optional(v.pipe(v.string(), v.regex(/^\d{4,12}$/))),
})

/**
 * Checks app id, secret and room against the calendar and stores them only if it agrees: secret and PIN in the keyring
 * (the PIN as a hash), the configuration in its file. Gives the exit status: 0, or 1 when something failed.
 */
export async function provision(input: string, parts: ProvisionParts): Promise<0 | 1> {
  const order = parseOrder(input)
  if (!order.ok) {
    for (const fault of order.error) parts.say(`input: ${fault}`)
    return 1
  }
  return (await isAccepted(order.value, parts)) && (await isStored(order.value, parts)) ? 0 : 1
}

/** The order, or its faults by path and rule. The values are never repeated: one of them is the secret. */
function parseOrder(input: string): Result<Order, readonly string[]> {
  const order = v.safeParse(v.pipe(v.string(), v.parseJson(), orderSchema), input)
  if (!order.success)
    return err(
      order.issues.map((issue) => `${v.getDotPath(issue) ?? 'it'} is not as it should be (${issue.type})`),
    )
  const { config, appSecret, adminPin } = order.output
  const configuration = parseConfiguration(config)
  return configuration.ok
    ? ok({ configuration: configuration.value, appSecret, adminPin })
    : err(configuration.error.map(({ path, rule }) => `config.${path} is not as it should be (${rule})`))
}

async function isAccepted({ configuration, appSecret }: Order, parts: ProvisionParts): Promise<boolean> {
  const { clock, say } = parts
  const calendar = parts.calendarFor(configuration, appSecret)
  const timeZone = configuration.timeZone ?? parts.timeZone
  const schedule = await calendar.readSchedule(daysAround(clock.now(), timeZone))
  if (schedule.ok) {
    say(`calendar: ok, ${schedule.value.length} bookings from yesterday to tomorrow`)
    return true
  }
  const { code, calendarCode, logId } = schedule.error
  say(
    `calendar: ${[code, calendarCode, logId].filter((part) => part !== undefined).join(' ')}; nothing was stored`,
  )
  return false
}

async function isStored(order: Order, { vault, file, say }: ProvisionParts): Promise<boolean> {
  const secret = await vault.write(order.configuration.feishu.appId, order.appSecret)
  say(secret.ok ? 'keyring: app secret stored' : `keyring: ${secret.error}; nothing was stored`)
  if (!secret.ok) return false
  if (order.adminPin !== undefined) {
    const pin = await vault.write('admin-pin', await hashPin(order.adminPin))
    say(pin.ok ? 'keyring: PIN stored' : `keyring: ${pin.error}; the PIN was not stored`)
    if (!pin.ok) return false
  }
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFileAtomic(file, `${JSON.stringify(order.configuration, undefined, 2)}\n`)
  } catch (cause) {
    say(`configuration: ${file} could not be written (${String(cause)}); the secret is in the keyring`)
    return false
  }
  say(`configuration: stored in ${file}`)
  return true
}

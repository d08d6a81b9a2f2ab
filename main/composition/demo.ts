import { secretAccounts } from '../../engine/installation/app-secret.ts'
import type { Clock, ConfigurationPlace, Http } from '../../engine/ports.ts'
import type { Vault } from '../../engine/secrets.ts'
import type { Locale } from '../../shared/languages/locales.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createDemoDay } from '../../simulator/demo-day.ts'
import { hashPin } from '../pin-hash.ts'

/** A built-in Feishu on an ordinary office day, and the configuration and secret for it. */
export interface Demo {
  readonly readConfiguration: () => Promise<Result<Configuration, never>>
  /** Kept in memory. An administrator of the demo may choose another room, too. */
  readonly place: ConfigurationPlace
  /** Holds the demo's app secret, and its PIN. */
  readonly vault: Pick<Vault, 'read'>
  /** Answers from memory: the demo opens no port. */
  readonly http: Http
}

/** The demo's PIN, public so that everyone can try the administrator's menu. */
const pin = '1234'

export function createDemo(clock: Clock, locale: Locale): Demo {
  const { world, appId, appSecret, roomId } = createDemoDay({ now: clock.now, random: Math.random })
  const first = parseConfiguration({
    feishu: { origin: 'http://127.0.0.1', appId },
    room: { id: roomId },
    // A short grace, so that a viewer sees a room given back within some minutes.
    checkIn: { mode: 'auto', graceMinutes: 3 },
    booking: { who: 'everyone', contact: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d' },
    // In the evening the demo must look as it does by day.
    display: { dimOutsideOfficeHours: false },
    locale,
  })
  if (!first.ok || first.value.hub !== undefined)
    throw new Error('The demo has a wrong configuration', { cause: first })
  let configuration: Configuration = first.value
  const http: Http = async (request) => {
    const outcome = world.answer(request)
    // The demo orders no faults, so only answers can come.
    if (outcome.kind !== 'answer') throw new Error(`The built-in calendar broke off: ${outcome.kind}`)
    const { status, headers, body } = outcome.answer
    return { status, header: (name) => headers[name], text: body }
  }
  const kept = hashPin(pin)
  const secrets = new Map(secretAccounts(first.value.feishu, appSecret))
  const vault: Demo['vault'] = {
    read: async (account) => ok(secrets.get(account) ?? (await kept)),
  }
  const place: ConfigurationPlace = {
    file: 'the demo',
    stage: async (next) =>
      ok({ commit: async () => ok(void (configuration = next)), discard: async () => undefined }),
  }
  return { readConfiguration: async () => ok(configuration), place, vault, http }
}

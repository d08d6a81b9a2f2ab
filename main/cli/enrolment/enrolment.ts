import * as v from 'valibot'
import type { HubDoorConfiguration } from '../../../shared/config/configuration.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { isTrustedUrl } from '../../../shared/config/trusted-url.ts'
import { err, type Result } from '../../../shared/result.ts'
import type { ConfigurationFault } from '../../../shared/set-up/set-up.ts'

/** What makes a tablet a door: a code of `room-panel-hub enrol`, and where it is to be brought. */
export const enrolmentSchema = v.strictObject({
  /** Plain `http:` only on this machine, for tests. */
  url: v.pipe(v.string(), v.check(isTrustedUrl)),
  code: v.pipe(v.string(), v.regex(/^[\w\s-]{16,40}$/)),
  /** SHA-256 of the certificate in `hub.caFile`, as `room-panel-hub enrol` says it. */
  caFingerprint: v.exactOptional(v.pipe(v.string(), v.regex(/^([\da-f]{2}:?){32}$/i))),
})

export type Enrolment = v.InferOutput<typeof enrolmentSchema>

/** The rule for each path, as a sentence. */
export const enrolmentRules = {
  enrolment: 'enrolment must be an object with url and code',
  'enrolment.url': 'enrolment.url must be https://HOST/enrol, or http: on this machine alone',
  'enrolment.code': 'enrolment.code must be a code, as room-panel-hub enrol prints it',
  'enrolment.caFingerprint': 'enrolment.caFingerprint must be a SHA-256 fingerprint: 64 hexadecimal digits',
}

/** What the hub makes of a tablet. */
export interface DoorAccount {
  readonly door: string
  readonly room: string
  readonly password: string
}

type MakeConfiguration = (
  door: string,
  room: string,
) => Result<HubDoorConfiguration, readonly ConfigurationFault[]>

/**
 * The configuration of a tablet that the hub makes a door of this room. `config` has `hub` without `door`, and no
 * `room`: both come from the hub.
 */
export const configurationWith =
  (config: Readonly<Record<string, unknown>>): MakeConfiguration =>
  (door, room) => {
    const hub = typeof config['hub'] === 'object' ? { ...config['hub'], door } : config['hub']
    const parsed = parseConfiguration({ ...config, hub, room: { id: room } })
    if (!parsed.ok) return parsed
    const { value } = parsed
    return value.hub === undefined ? err([{ path: 'hub', rule: 'required' }]) : { ok: true, value }
  }

/** In the place of what the hub will say, to judge everything else before. */
export const placeholder = { door: 'enrolment', room: `omm_${'0'.repeat(32)}` }

import type { CalendarProbe, CalendarProblem } from '../../../engine/room-calendar.ts'
import { err } from '../../../shared/result.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'
import { minutes } from '../../../shared/time/time.ts'
import { appId, type Tablet } from './a-tablet.ts'

/** The fault, the one line that reports it, and the lines that are then blocked. */
export type Fault = readonly [
  what: string,
  spoil: (tablet: Tablet) => unknown,
  line: string,
  fault: FaultName,
  blocked?: readonly string[],
]

export const failing = (name: keyof CalendarProbe, problem: CalendarProblem) => (tablet: Tablet) =>
  Object.assign(tablet.probe.failing, { [name]: problem })

const afterAccess = [
  'scope calendar:room:readonly: skipped: needs access',
  'scope vc:room:readonly: skipped: needs access',
  'scope calendar:room: skipped: needs access',
  'room: skipped: needs access',
  'schedule: skipped: needs scope calendar:room:readonly',
]
const afterToken = ['access: skipped: needs token', ...afterAccess]
const afterSecret = ['token: skipped: needs secret', ...afterToken]
const afterTls = ['clock: skipped: needs TLS', 'token: skipped: needs TLS', ...afterToken]
const afterConnection = [
  'TLS: skipped: needs connection',
  'clock: skipped: needs connection',
  'token: skipped: needs connection',
  ...afterToken,
]
const withoutServer = (tablet: Tablet) => (tablet.clock.error = () => Infinity)
const unreachable = (network: NonNullable<CalendarProblem['network']>) => (tablet: Tablet) => {
  withoutServer(tablet)
  failing('reach', { code: 'unreachable', network })(tablet)
}

export const faultsOnTheWay: readonly Fault[] = [
  [
    'a configuration with wrong values',
    (tablet) => {
      const wrong = [
        { path: 'room.id', rule: 'roomId' } as const,
        { path: 'rooms', rule: 'unknownKey' } as const,
      ]
      tablet.configuration = err({ kind: 'configurationInvalid', faults: wrong })
    },
    'configuration: configurationInvalid (room.id must be a room id: omm_ and 32 hexadecimal digits; rooms is no key that it may have)',
    'configurationInvalid',
    [
      'secret: skipped: needs configuration',
      'proxy: skipped: needs configuration',
      'name: skipped: needs proxy',
      'connection: skipped: needs proxy',
      'TLS: skipped: needs connection',
      'clock: skipped: needs connection',
      ...afterSecret,
      'budget: skipped: needs configuration',
    ],
  ],
  [
    'a locked keyring',
    ({ vault }) => (vault.failing = 'locked'),
    'keyring: keyringLocked',
    'keyringLocked',
    ['secret: skipped: needs keyring', ...afterSecret],
  ],
  [
    'a keyring that does not answer in time',
    ({ vault }) => (vault.failing = 'timedOut'),
    'keyring: keyringTimedOut',
    'keyringTimedOut',
    ['secret: skipped: needs keyring', ...afterSecret],
  ],
  [
    'no keyring',
    ({ vault }) => (vault.failing = 'unavailable'),
    'keyring: keyringUnavailable',
    'keyringUnavailable',
    ['secret: skipped: needs keyring', ...afterSecret],
  ],
  [
    'no secret',
    ({ vault }) => vault.secrets.clear(),
    `secret: secretMissing (${appId})`,
    'secretMissing',
    afterSecret,
  ],
  [
    'a secret for another host',
    ({ vault }) => vault.secrets.set(`${appId}/origin`, 'https://feishu.example'),
    'secret: secretOfOtherOrigin (https://open.feishu.cn)',
    'secretOfOtherOrigin',
    afterSecret,
  ],
  [
    'a dead proxy',
    (tablet) => {
      withoutServer(tablet)
      tablet.network = {
        ...tablet.network,
        proxyFor: async () => ({ host: 'proxy.example', port: 3128 }),
        listens: async () => false,
      }
    },
    'proxy: proxyFailed (proxy.example:3128)',
    'proxyFailed',
    ['name: skipped: needs proxy', 'connection: skipped: needs proxy', ...afterConnection],
  ],
  [
    'a host without an address',
    (tablet) => {
      withoutServer(tablet)
      tablet.network = { ...tablet.network, addressesOf: async () => err(new Error('ENOTFOUND')) }
    },
    'name: nameUnresolved (open.feishu.cn)',
    'nameUnresolved',
    ['connection: skipped: needs name', ...afterConnection],
  ],
  ...(['connectionRefused', 'offline', 'timedOut', 'foreignAnswer', 'connectionBroken'] as const).map(
    (network): Fault => [network, unreachable(network), `connection: ${network}`, network, afterConnection],
  ),
  ['a foreign certificate', unreachable('tlsFailed'), 'TLS: tlsFailed', 'tlsFailed', afterTls],
]

export const faultsOfTheCalendar: readonly Fault[] = [
  [
    'a tablet that is 5 minutes slow',
    ({ clock }) => (clock.offset = () => minutes(5)),
    'clock: clockSkewed (300 s slow)',
    'clockSkewed',
  ],
  ['answers that say no time', withoutServer, 'clock: clockUnsure', 'clockUnsure'],
  [
    'a wrong secret',
    failing('token', { code: 'credentialsRejected', calendarCode: 10014, logId: '2026' }),
    'token: credentialsRejected (10014, log id 2026)',
    'credentialsRejected',
    afterToken,
  ],
  [
    'an app that is not installed',
    failing('token', { code: 'appDisabled', calendarCode: 10005 }),
    'token: appDisabled (10005)',
    'appDisabled',
    afterToken,
  ],
  ...(['addressDenied', 'appDisabled', 'quotaSpent', 'rateLimited'] as const).map((code): Fault => [
    `${code} after the token`,
    failing('schedule', { code }),
    `access: ${code}`,
    code,
    afterAccess,
  ]),
  [
    'no scope for the schedule',
    failing('schedule', { code: 'scopeMissing', scopes: ['calendar:room:readonly'] }),
    'scope calendar:room:readonly: scopeMissing (calendar:room:readonly)',
    'scopeMissing',
    ['schedule: skipped: needs scope calendar:room:readonly'],
  ],
  [
    'no scope for the room, by either call',
    (tablet) => {
      failing('room', { code: 'scopeMissing', scopes: ['vc:room:readonly', 'vc:room'] })(tablet)
      failing('olderRoom', { code: 'scopeMissing', scopes: ['calendar:room:readonly'] })(tablet)
    },
    'scope vc:room:readonly: scopeMissing (vc:room:readonly or vc:room)',
    'scopeMissing',
  ],
  [
    'no scope for titles',
    failing('titles', { code: 'scopeMissing', scopes: ['calendar:room'] }),
    'scope calendar:room: scopeMissing (calendar:room)',
    'scopeMissing',
  ],
  [
    'a room that does not exist',
    (tablet) => {
      failing('room', { code: 'roomUnknown', calendarCode: 121004 })(tablet)
      failing('schedule', { code: 'roomUnreadable' })(tablet)
    },
    'room: roomUnknown (121004)',
    'roomUnknown',
    ['schedule: skipped: needs room'],
  ],
  [
    'a room that is there and can’t be read',
    failing('schedule', { code: 'roomUnreadable' }),
    'schedule: roomUnreadable',
    'roomUnreadable',
  ],
  [
    'a calendar that fails',
    failing('schedule', { code: 'platformFault', calendarCode: 105001 }),
    'schedule: platformFault (105001)',
    'platformFault',
  ],
]

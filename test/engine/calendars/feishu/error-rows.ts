import type { CalendarProblem } from '../../../../engine/room-calendar.ts'
import type { FaultName } from '../../../../shared/set-up/advice.ts'
import { appSecret, type CallName, type Step } from './scripted-feishu.ts'

/** The signals of Feishu's that call for an action, and what becomes of a reading that meets them. */
export interface Row {
  readonly what: string
  readonly where?: CallName
  readonly step: Step
  readonly problem: Partial<CalendarProblem>
  /** The calls that are made, in order. */
  readonly calls: readonly CallName[]
  /** Whose advice IT reads in the log. */
  readonly action: FaultName
}

const logId = '20261012140001A1B2C3D4E5F60718293A'

const refusal = (code: number, status = 400, more = {}, headers: Record<string, string> = {}): Step => ({
  status,
  headers: { 'x-tt-logid': logId, ...headers },
  json: { code, msg: `${appSecret} in words`, ...more },
})
const netError = (name: string): Error => new Error(`net::${name}`)
const nodeError = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

const once: readonly CallName[] = ['token', 'freebusy']
const twiceMore: readonly CallName[] = ['token', 'freebusy', 'freebusy', 'freebusy']

const refused = (code: number, problem: CalendarProblem['code']): Row => ({
  what: String(code),
  step: refusal(code),
  problem: { code: problem, calendarCode: code, logId },
  calls: once,
  action: problem,
})
const refusedToken = (code: number, problem: CalendarProblem['code']): Row => ({
  ...refused(code, problem),
  what: `${code} for a token`,
  where: 'token',
  step: refusal(code, 200),
  calls: ['token'],
})
const rejectedToken = (code: number): Row => ({
  ...refused(code, 'credentialsRejected'),
  calls: ['token', 'freebusy', 'token', 'freebusy'],
})
const failed = (code: number): Row => ({ ...refused(code, 'platformFault'), calls: twiceMore })

const unreachable = (what: string, step: Step, network: NonNullable<CalendarProblem['network']>): Row => ({
  what,
  step,
  problem: { code: 'unreachable', network },
  calls: twiceMore,
  action: network,
})

const limited = (what: string, step: Step, retryAfter: number): Row => ({
  what,
  step,
  problem: { code: 'rateLimited', retryAfter },
  calls: once,
  action: 'rateLimited',
})
const reset = { 'x-ogw-ratelimit-reset': '52' }

export const rows: readonly Row[] = [
  ...[10003, 10014, 10015, 99991543].map((code) => refusedToken(code, 'credentialsRejected')),
  refusedToken(10005, 'appDisabled'),
  ...[99991661, 99991663, 99991664, 99991671].map(rejectedToken),
  ...[99991662, 99991673].map((code) => refused(code, 'appDisabled')),
  {
    ...refused(99991672, 'scopeMissing'),
    step: refusal(99991672, 400, { error: { permission_violations: [{ subject: 'calendar:room' }] } }),
    problem: { code: 'scopeMissing', scopes: ['calendar:room'], logId },
  },
  refused(99991679, 'scopeMissing'),
  refused(99991401, 'addressDenied'),
  limited('429 with its reset', refusal(99991400, 429, {}, reset), 52_000),
  limited('400 with its reset', refusal(99991400, 400, {}, reset), 52_000),
  limited('429 without a reset', refusal(99991400, 429), 75_000),
  limited('190004', refusal(190004, 429), 75_000),
  limited('190005', refusal(190005, 429), 75_000),
  limited('a gateway’s own 429', { status: 429, text: 'Too Many Requests' }, 75_000),
  { ...refused(99991403, 'quotaSpent'), step: refusal(99991403, 429) },
  ...[1500, 1551, 2200, 105001, 121001, 190003, 190010].map(failed),
  ...[100005, 121004].map((code) => refused(code, 'roomUnknown')),
  refused(121005, 'roomUnreadable'),
  refused(9499, 'unexpected'),
  unreachable('a 502 page', { status: 502, text: '<html>' }, 'gatewayFault'),
  unreachable('a 504 page', { status: 504, text: '<html>' }, 'gatewayFault'),
  unreachable('a portal’s page', { text: '<html>Welcome to this Wi-Fi</html>' }, 'foreignAnswer'),
  unreachable('an unknown path', { status: 404, text: '404 page not found' }, 'foreignAnswer'),
  unreachable('Chromium’s redirect', new Error("redirect policy was 'error'"), 'foreignAnswer'),
  unreachable(
    'Node’s redirect',
    new TypeError('', { cause: new Error('unexpected redirect') }),
    'foreignAnswer',
  ),
  unreachable('Chromium’s unknown name', netError('ERR_NAME_NOT_RESOLVED'), 'nameUnresolved'),
  unreachable('Node’s unknown name', nodeError('ENOTFOUND'), 'nameUnresolved'),
  unreachable('Node’s silent name service', nodeError('EAI_AGAIN'), 'nameUnresolved'),
  unreachable('Chromium’s refused port', netError('ERR_CONNECTION_REFUSED'), 'connectionRefused'),
  unreachable('Node’s refused port', nodeError('ECONNREFUSED'), 'connectionRefused'),
  unreachable('no network', netError('ERR_INTERNET_DISCONNECTED'), 'offline'),
  unreachable('a silent host', netError('ERR_CONNECTION_TIMED_OUT'), 'timedOut'),
  unreachable('an unknown certificate', netError('ERR_CERT_AUTHORITY_INVALID'), 'tlsFailed'),
  unreachable('a self-signed certificate', nodeError('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tlsFailed'),
  unreachable('a dead proxy', netError('ERR_PROXY_CONNECTION_FAILED'), 'proxyFailed'),
  unreachable('a proxy with a password', netError('ERR_TUNNEL_CONNECTION_FAILED'), 'proxyFailed'),
  unreachable('a reset', netError('ERR_CONNECTION_RESET'), 'connectionBroken'),
  unreachable('what nobody has heard of', new Error('?'), 'connectionBroken'),
]

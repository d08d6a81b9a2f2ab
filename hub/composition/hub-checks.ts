import { feishuToken } from '../../engine/calendars/feishu/feishu-for.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { createHttp } from '../../main/adapters/network/fetch-http.ts'
import type { CalendarProblem } from '../../engine/room-calendar.ts'
import { adviceFor } from '../../shared/set-up/advice.ts'
import { readTicket } from '../callback/read-ticket.ts'
import type { HubCheck, HubFinding } from '../cli/tell-health.ts'
import { problemText } from '../cli/problem-text.ts'
import type { HubConfiguration, StoreAppConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import type { HubStore } from '../store/hub-store.ts'
import { accountFor, appSecretFrom } from './app-account.ts'
import { openBroker } from './open-broker.ts'
import { openStore } from './open-store.ts'

interface Outside {
  readonly clock: Clock
  readonly log: Log
}

/** Each thing that a hub with this configuration needs, in the order in which it needs them. Costs no call of the month's. */
export function hubChecks(configuration: HubConfiguration, outside: Outside): readonly HubCheck[] {
  const { broker, database, appSecretFile, feishu } = configuration
  const overStore = (look: (store: HubStore) => Promise<HubFinding>) => async (): Promise<HubFinding> => {
    const store = await openStore(database, outside.log)
    if (!store.ok) return failed(store.error)
    const finding = await look(store.value)
    await store.value.close()
    return finding
  }
  return [
    { name: 'database', look: overStore(async () => fine('answers')) },
    {
      name: 'broker',
      look: async () => {
        const opened = await openBroker(broker, outside)
        if (!opened.ok) return failed(opened.error)
        await opened.value.close()
        return fine('lets the hub in')
      },
    },
    secretCheck('app secret', appSecretFile),
    ...(feishu.storeApp === undefined
      ? []
      : [
          ...callbackChecks(feishu.storeApp),
          { name: 'ticket', look: overStore((store) => ticketFinding(configuration, store)) },
        ]),
    { name: 'token', look: overStore((store) => tokenFinding(configuration, store, outside)) },
    { name: 'titles', look: async () => titlesFinding(configuration) },
  ]
}

const callbackChecks = (app: StoreAppConfiguration): readonly HubCheck[] => [
  secretCheck('encrypt key', app.encryptKeyFile),
  secretCheck('verification token', app.verificationTokenFile),
]

const secretCheck = (name: string, file: string): HubCheck => ({
  name,
  look: async () => {
    const secret = await readSecretFile(file)
    if (secret.ok) return fine(`in ${file}`)
    return isOfService(file) ? off(`${file} ${onlyService}`) : failed(`${file} is ${secret.error}`)
  },
})

/** systemd shows a service's credentials to that service alone: https://systemd.io/CREDENTIALS/ */
const isOfService = (file: string): boolean => file.startsWith('/run/credentials/')
const onlyService = 'is a credential, which the service alone can read: see its log'

/** The token's check asks Feishu for a ticket where there is none. */
async function ticketFinding(
  { feishu, appSecretFile }: HubConfiguration,
  { tickets }: HubStore,
): Promise<HubFinding> {
  const newest = await tickets.newest(feishu.appId)
  if (!newest.ok) return failed(problemText(newest.error))
  if (newest.value === undefined)
    return failed(
      'Feishu has pushed none yet: see the request URL in the developer console, and the proxy before the callback',
    )
  const at = `pushed at ${new Date(newest.value.at).toISOString()}`
  const ticket = await readTicket(tickets, feishu.appId, appSecretFrom(appSecretFile))
  if (!ticket.ok && isOfService(appSecretFile)) return fine(at)
  return ticket.ok && ticket.value !== undefined
    ? fine(at)
    : failed(`${at}, and sealed by another app secret: the next one that Feishu pushes counts`)
}

async function tokenFinding(
  configuration: HubConfiguration,
  store: HubStore,
  outside: Outside,
): Promise<HubFinding> {
  const { appSecretFile } = configuration
  const secret = await readSecretFile(appSecretFile)
  if (!secret.ok && isOfService(appSecretFile)) return off(`the app secret ${onlyService}`)
  const ports = { ...outside, http: createHttp(fetch), random: Math.random }
  const account = accountFor(configuration, store)
  const token = await feishuToken(ports, account, appSecretFrom(appSecretFile))()
  return token.ok ? fine('given') : failed(tokenText(configuration, token.error))
}

function tokenText({ feishu }: HubConfiguration, problem: CalendarProblem): string {
  const { code, network, calendarCode, logId } = problem
  const facts = [network ?? code, calendarCode, logId && `log id ${logId}`].filter(
    (fact) => fact !== undefined,
  )
  return `${facts.join(', ')}. ${feishu.storeApp === undefined ? adviceFor(problem) : storeAdvice(problem)}`
}

function storeAdvice(problem: CalendarProblem): string {
  if (problem.code === 'appDisabled')
    return 'See feishu.storeApp.tenantKey, and whether this company has installed the app.'
  if (problem.code === 'ticketMissing' && problem.calendarCode !== notOfStore)
    return 'Feishu was asked for another ticket now: run this again in a minute, while the hub runs.'
  return problem.code === 'ticketMissing'
    ? 'This is no store app: take feishu.storeApp out of the configuration.'
    : adviceFor(problem)
}

/** https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code */
const notOfStore = 10016

function titlesFinding({ feishu, privacy }: HubConfiguration): HubFinding {
  if (feishu.storeApp !== undefined)
    return off(
      'Feishu gives the titles of meetings to self-built apps alone, so the doors of a store app show organisers',
    )
  if (!privacy.showTitle) return off('privacy.showTitle is false')
  return fine('asked for, which takes the scope calendar:room')
}

const fine = (text: string): HubFinding => ({ kind: 'ok', text })
const failed = (text: string): HubFinding => ({ kind: 'failed', text })
const off = (text: string): HubFinding => ({ kind: 'off', text })

import {
  type CompanyAccount,
  feishuCompany,
  type FeishuPorts,
} from '../../engine/calendars/feishu/feishu-for.ts'
import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { SecretProblem } from '../../engine/secrets.ts'
import { err, type Result } from '../../shared/result.ts'
import { readTicket } from '../callback/read-ticket.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import type { HubStore } from '../store/hub-store.ts'

/** Reads the app's secret anew each time. */
export const appSecretFrom = (file: string) => async (): Promise<Result<string, SecretProblem>> => {
  const secret = await readSecretFile(file)
  return secret.ok ? secret : err(secret.error === 'missing' ? 'missing' : 'unavailable')
}

/** The app as Feishu's client needs it. A store app's tickets are those that any of the hubs was pushed. */
export function accountFor(
  { feishu, appSecretFile, budget, booking }: HubConfiguration,
  { tickets }: Pick<HubStore, 'tickets'>,
): CompanyAccount {
  const { storeApp, ...app } = feishu
  return {
    feishu: app,
    budget,
    contact: booking.contact,
    storeApp: storeApp && {
      tenantKey: storeApp.tenantKey,
      readTicket: () => readTicket(tickets, app.appId, appSecretFrom(appSecretFile)),
    },
  }
}

/** The calendars of the company's rooms, by this app. */
export const companyFor = (
  configuration: HubConfiguration,
  store: Pick<HubStore, 'tickets'>,
  ports: FeishuPorts,
): CompanyCalendar =>
  feishuCompany(ports, accountFor(configuration, store), appSecretFrom(configuration.appSecretFile))

import * as v from 'valibot'

import { parseJson } from '../calls/body.ts'
import type { CallResult, OpenCall } from '../calls/call.ts'
import { refused, success } from '../calls/result.ts'
import type { Platform } from '../platform.ts'
import type { App, StorePart } from '../tenancy/tenant.ts'
import { appOf, issueAppToken, issueToken, secondsLeft } from '../tenancy/tokens.ts'
import { pushTicket } from './push-ticket.ts'

const Credentials = v.object({ app_id: v.string(), app_secret: v.string() })
const AppTokenBody = v.object({ ...Credentials.entries, app_ticket: v.string() })
const TenantTokenBody = v.object({ app_access_token: v.string(), tenant_key: v.string() })

type StoreApp = App & { readonly store: StorePart }

/** The store app with these credentials, or the refusal. `foreign`: the code for an app that is no store app. */
const storeAppOf = (
  platform: Platform,
  asked: v.InferOutput<typeof Credentials> | undefined,
  foreign: number,
): StoreApp | CallResult => {
  const app = asked && platform.apps.get(asked.app_id)
  if (app === undefined) return refused(200, 10003, 'invalid param', { data: {} })
  if (app.secret !== asked?.app_secret) return refused(200, 10014, 'app secret invalid')
  if (!isOfStore(app)) return refused(200, foreign, 'not a store app')
  return app.enabled ? app : refused(200, 10005, 'app unauthorized')
}

const isOfStore = (app: App): app is StoreApp => app.store !== undefined

/** https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_access_token */
export const appToken: OpenCall = {
  name: 'appToken',
  method: 'POST',
  run: (platform, { body }) => {
    const asked = parseJson(AppTokenBody, body)
    const app = storeAppOf(platform, asked, 10012)
    if ('status' in app) return app
    const counts = app.store.tickets.includes(asked?.app_ticket ?? '')
    if (!counts) return refused(200, 10012, 'get app access token failed')
    const token = issueAppToken(platform, app)
    return success({ app_access_token: token.value, expire: secondsLeft(platform, token) })
  },
}

/** https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token */
export const tenantToken: OpenCall = {
  name: 'tenantToken',
  method: 'POST',
  run: (platform, { body }) => {
    const asked = parseJson(TenantTokenBody, body)
    if (asked === undefined) return refused(200, 10003, 'invalid param', { data: {} })
    const app = appOf(platform, asked.app_access_token)
    if (app === undefined) return refused(400, 99991664, 'app access token invalid')
    if (app.tenant.key !== asked.tenant_key) return refused(200, 10013, 'get tenant access token failed')
    const token = issueToken(platform, app)
    return success({ tenant_access_token: token.value, expire: secondsLeft(platform, token) })
  },
}

/** https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_ticket_resend */
export const resendTicket: OpenCall = {
  name: 'resendTicket',
  method: 'POST',
  run: (platform, { body }) => {
    const app = storeAppOf(platform, parseJson(Credentials, body), 10016)
    if ('status' in app) return app
    pushTicket(platform, app, app.store)
    return success()
  },
}

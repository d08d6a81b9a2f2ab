import * as v from 'valibot'
import { seconds } from '../../../../shared/time/time.ts'
import { appTokenSchema, tokenSchema } from './answers.ts'
import type { Call } from './exchange.ts'
import { these } from './problems.ts'

/** The calls for the token of a store app. They are free, as a self-built app's is. */
const common = { method: 'POST', rank: 'token', timeLimit: seconds(10) } as const

/**
 * https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_access_token. Feishu's own Go
 * SDK takes 10012 for a ticket that no longer counts.
 */
export const appTokenCall = (
  appId: string,
  appSecret: string,
  ticket: string,
): Call<v.InferOutput<typeof appTokenSchema>> => ({
  ...common,
  name: 'appToken',
  path: '/auth/v3/app_access_token',
  body: { app_id: appId, app_secret: appSecret, app_ticket: ticket },
  answer: appTokenSchema,
  codes: new Map(these('notSent', 'ticketMissing', [10012])),
})

/**
 * https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token. 10013: there is
 * no token for this company, as it has not installed the app or is called otherwise.
 */
export const tenantTokenCall = (
  appToken: string,
  tenantKey: string,
): Call<v.InferOutput<typeof tokenSchema>> => ({
  ...common,
  name: 'tenantToken',
  path: '/auth/v3/tenant_access_token',
  body: { app_access_token: appToken, tenant_key: tenantKey },
  answer: tokenSchema,
  codes: new Map(these('refused', 'appDisabled', [10013])),
})

/**
 * https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_ticket_resend. The ticket is
 * pushed, and is not in the answer. 10016: the app is no store app.
 */
export const resendCall = (appId: string, appSecret: string): Call<unknown> => ({
  ...common,
  name: 'resendTicket',
  path: '/auth/v3/app_ticket/resend',
  body: { app_id: appId, app_secret: appSecret },
  answer: v.unknown(),
  codes: new Map(these('refused', 'ticketMissing', [10016])),
})

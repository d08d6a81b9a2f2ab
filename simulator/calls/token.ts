import * as v from 'valibot'

import { issueToken, secondsLeft } from '../tenancy/tokens.ts'
import { parseJson } from './body.ts'
import type { OpenCall } from './call.ts'
import { refused, success } from './result.ts'

const Body = v.object({ app_id: v.string(), app_secret: v.string() })

/** https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal */
export const token: OpenCall = {
  name: 'token',
  method: 'POST',
  run: (platform, { body }) => {
    const asked = parseJson(Body, body)
    const app = asked && platform.apps.get(asked.app_id)
    // The page has custom apps alone. No page says how others are refused.
    if (app === undefined || app.store !== undefined)
      return refused(200, 10003, 'invalid param', { data: {} })
    if (app.secret !== asked?.app_secret) return refused(200, 10014, 'app secret invalid')
    if (!app.enabled) return refused(200, 10005, 'app unauthorized')
    const token = issueToken(platform, app)
    return success({ tenant_access_token: token.value, expire: secondsLeft(platform, token) }, 'ok')
  },
}

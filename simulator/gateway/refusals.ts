import type { CallResult } from '../calls/call.ts'
import { refused } from '../calls/result.ts'
import type { App } from '../tenancy/tenant.ts'
import type { Excess } from './rate-limits.ts'

/**
 * The refusals of the gateway in front of all calls, always with the log id, so that support can find the
 * call.
 */

export const noToken = (logId: string): CallResult =>
  withLogId(
    99991661,
    'Missing access token for authorization. Please make a request with token attached.',
    logId,
  )

export const badToken = (code: number, logId: string): CallResult =>
  withLogId(code, 'Invalid access token for authorization. Please make a request with token attached.', logId)

export const appDisabled = (logId: string): CallResult => withLogId(99991662, 'The app is disabled.', logId)

export const addressDenied = (address: string, logId: string): CallResult =>
  withLogId(99991401, `ip ${address} is denied by app setting`, logId)

export const scopeMissing = (app: App, scopes: readonly string[], logId: string): CallResult =>
  withLogId(
    99991672,
    `Access denied. One of the following scopes is required: [${scopes.join(', ')}].`,
    logId,
    {
      message: 'Refer to the documentation to fix the error: how to fix the 99991672 error',
      permission_violations: scopes.map((subject) => ({ type: 'action_scope_required', subject })),
      helps: [
        {
          url: `https://open.feishu.cn/app/${app.id}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`,
          description: 'Apply for the scope',
        },
      ],
    },
  )

export const quotaSpent = (): CallResult =>
  refused(429, 99991403, "This month's API call quota has been exceeded")

export const tooMany = (status: 429 | 400, { limit, reset }: Excess): CallResult => ({
  ...refused(status, 99991400, 'request trigger frequency limit'),
  headers: { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(reset) },
})

const withLogId = (
  code: number,
  msg: string,
  logId: string,
  more: Record<string, unknown> = {},
): CallResult =>
  refused(400, code, msg, {
    error: {
      log_id: logId,
      troubleshooter: `https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${code}`,
      ...more,
    },
  })

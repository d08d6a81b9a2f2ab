import { createExchange } from './exchange.ts'
import type { FeishuDependencies } from './feishu-calendar.ts'
import { createFeishuClient, type FeishuClient } from './feishu-client.ts'
import { selfBuiltApp } from './self-built-app.ts'
import { createTenantToken, type TenantToken } from './tenant-token.ts'

/** The way to Feishu as this app: all calls share one token. The one place that knows what kind of app it is. */
export function connect(dependencies: FeishuDependencies): {
  readonly token: TenantToken
  readonly call: FeishuClient
} {
  const exchange = createExchange(dependencies)
  const token = createTenantToken(dependencies.clock, selfBuiltApp({ ...dependencies, exchange }))
  return { token, call: createFeishuClient(exchange, token) }
}

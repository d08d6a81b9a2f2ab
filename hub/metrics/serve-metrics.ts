import type { Log } from '../../engine/ports.ts'
import type { Result } from '../../shared/result.ts'
import { serveOnLoopback, type Serving } from '../http-server.ts'
import type { HubWatch } from './hub-watch.ts'

/** Serves `GET /metrics` to a Prometheus on this machine. `port` 0: any that is free. */
export const serveMetrics = (
  { metrics, contentType }: Pick<HubWatch, 'metrics' | 'contentType'>,
  log: Log,
  port: number,
): Promise<Result<Serving, unknown>> =>
  serveOnLoopback(
    port,
    async ({ url, method }, response) => {
      const refusal = url !== '/metrics' ? 404 : method !== 'GET' ? 405 : undefined
      if (refusal !== undefined) return void response.writeHead(refusal).end()
      const text = await metrics()
      response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text)
    },
    (cause) => log.error('metrics.failed', { cause }),
  )

import type { Log } from '../../engine/ports.ts'
import type { Result } from '../../shared/result.ts'
import type { Serving } from '../http-server.ts'

/** Serves HTTP on a port, if IT wants that. The hub does all else without. */
export async function openServer<Place extends { readonly port: number }>(
  name: 'callback' | 'enrolment' | 'metrics' | 'console',
  where: Place | undefined,
  log: Log,
  serve: (port: number, place: Place) => Promise<Result<Serving, unknown>>,
): Promise<() => Promise<void>> {
  const serving = where && (await serve(where.port, where))
  if (serving?.ok === false) log.error(`${name}.not-served`, { cause: serving.error })
  return serving?.ok ? serving.value.close : async () => undefined
}

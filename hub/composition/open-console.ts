import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Line } from '../../engine/line/line.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readTextFile } from '../config/read-hub-configuration.ts'
import type { ActParts } from '../console/carry-out-acts.ts'
import { createDoorFeed } from '../console/door-feed.ts'
import { type PageFiles, readPageFiles } from '../console/page-files.ts'
import { createRoomNames } from '../console/room-names.ts'
import { serveConsole } from '../console/serve-console.ts'
import { orderDoor } from '../orders/order-door.ts'
import type { ServingPlace } from '../http-server.ts'
import type { HubStore } from '../store/hub-store.ts'
import { openServer } from './open-server.ts'

export interface OpenConsoleParts {
  readonly line: Line
  readonly company: Pick<CompanyCalendar, 'readRooms'>
  readonly clock: Clock
  readonly log: Log
  readonly store: Pick<HubStore, 'doors' | 'audit'>
}

/** Beside the program in the package; in a clone where `npm run hub:page` puts it. */
const pageFolders = ['page', '../../out/console'].map((place) => join(import.meta.dirname, place))

/** Serves the console, if IT wants that. Returns the function that ends it. */
export async function openConsole(
  { console: wanted }: Pick<HubConfiguration, 'console'>,
  { line, company, clock, log, store }: OpenConsoleParts,
): Promise<() => Promise<void>> {
  if (wanted === undefined) return async () => undefined
  const page = await pageFiles()
  if (page.size === 0) log.error('console.no-page')
  const feed = createDoorFeed({
    line,
    clock,
    doors: store.doors,
    listRooms: createRoomNames({ company, clock, log }),
  })
  const stop = await openServer('console', wanted, log, async (port, { tls }) => {
    const place = await placeOf(tls)
    const order: ActParts['order'] = (by, door, kind) =>
      orderDoor({ ...store, line, clock, newId: randomUUID, by }, door, kind)
    const { proxyHeader } = wanted
    return place.ok
      ? serveConsole({ feed, page, clock, log, order, proxyHeader }, { port, ...place.value })
      : place
  })
  return async () => {
    feed.stop()
    await stop()
  }
}

async function pageFiles(): Promise<PageFiles> {
  const found = await Promise.all(pageFolders.map(readPageFiles))
  return found.find(({ size }) => size > 0) ?? new Map()
}

/** Every address, of both protocols, unless IT names one. */
const anyAddress = '::'

async function placeOf(
  tls: NonNullable<HubConfiguration['console']>['tls'],
): Promise<Result<Pick<ServingPlace, 'address' | 'tls'>, string>> {
  if (tls === undefined) return ok({})
  const [cert, key] = [await readTextFile(tls.certFile), await readTextFile(tls.keyFile)]
  if (!cert.ok) return err(`${tls.certFile} is ${cert.error}`)
  if (!key.ok) return err(`${tls.keyFile} is ${key.error}`)
  return ok({ address: tls.address ?? anyAddress, tls: { cert: cert.value, key: key.value } })
}

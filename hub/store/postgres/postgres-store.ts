import type { Log } from '../../../engine/ports.ts'
import type { HubStore } from '../hub-store.ts'
import { tabledAttempts } from './attempt-table.ts'
import { tabledAudit } from './audit-table.ts'
import { tabledCheckIns } from './check-in-table.ts'
import { connectTo } from './database.ts'
import { tabledDoors } from './door-table.ts'
import { tabledLease } from './lease-table.ts'
import { migrate } from './migrate.ts'
import { tabledReservations } from './reservation-table.ts'

/** The hub's store in a PostgreSQL database. `url` as https://www.postgresql.org/docs/15/libpq-connect.html has it. */
export function createPostgresStore(url: string, log: Log): HubStore {
  const database = connectTo(url, log)
  return {
    prepare: () => migrate(url, log),
    lease: tabledLease(database),
    checkIns: tabledCheckIns(database),
    attempts: tabledAttempts(database),
    reservations: tabledReservations(database),
    doors: tabledDoors(database),
    audit: tabledAudit(database),
    close: database.close,
  }
}

import type { Log } from '../../../engine/ports.ts'
import type { HubStore } from '../hub-store.ts'
import { attemptTable } from './attempt-table.ts'
import { auditTable } from './audit-table.ts'
import { checkInTable } from './check-in-table.ts'
import { connectTo } from './database.ts'
import { doorTable } from './door-table.ts'
import { leaseTable } from './lease-table.ts'
import { migrate } from './migrate.ts'
import { reservationTable } from './reservation-table.ts'
import { ticketTable } from './ticket-table.ts'

/** The hub's store in a PostgreSQL database. `url` as https://www.postgresql.org/docs/15/libpq-connect.html has it. */
export function createPostgresStore(url: string, log: Log): HubStore {
  const database = connectTo(url, log)
  return {
    prepare: () => migrate(url, log),
    lease: leaseTable(database),
    checkIns: checkInTable(database),
    attempts: attemptTable(database),
    reservations: reservationTable(database),
    doors: doorTable(database),
    audit: auditTable(database),
    tickets: ticketTable(database),
    close: database.close,
  }
}

import type { AdminOutside } from '../../../engine/admin/administration.ts'
import type { Audit, AuditEntry, DoorAuditEntry, RoomAuditEntry } from '../../../engine/audit.ts'
import type { AdminPin, PinTries } from '../../../engine/secrets.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DiagnosisReport } from '../../../shared/set-up/diagnosis.ts'
import { createMemoryConfiguration, type MemoryConfiguration } from './memory-configuration.ts'

const refused = () => err(new Error('The disk of this test'))

/** A keyring with a PIN in it. */
export interface MemoryPin extends AdminPin {
  pin: string
  failing: Extract<Awaited<ReturnType<AdminPin['read']>>, { ok: false }>['error'] | undefined
}

export function createMemoryPin(pin = '2468'): MemoryPin {
  const kept: MemoryPin = {
    pin,
    failing: undefined,
    read: async () =>
      kept.failing === undefined ? ok(async (digits) => digits === kept.pin) : err(kept.failing),
  }
  return kept
}

/** Tries on a disk that may say no. */
export interface MemoryTries extends PinTries {
  kept: number | 'spoilt'
  failing: boolean
  readonly written: number[]
}

export function createMemoryTries(kept: number | 'spoilt' = 0): MemoryTries {
  const tries: MemoryTries = {
    kept,
    failing: false,
    written: [],
    read: async (): Promise<Result<number | 'spoilt', unknown>> =>
      tries.failing ? refused() : ok(tries.kept),
    write: async (wrong) => {
      if (tries.failing) return refused()
      tries.written.push(wrong)
      tries.kept = wrong
      return ok(undefined)
    },
  }
  return tries
}

export interface MemoryAudit extends Audit {
  readonly entries: AuditEntry[]
  readonly roomEntries: RoomAuditEntry[]
  readonly doorEntries: DoorAuditEntry[]
  failing: boolean
}

export function createMemoryAudit(): MemoryAudit {
  const audit: MemoryAudit = {
    entries: [],
    roomEntries: [],
    doorEntries: [],
    failing: false,
    enter: async (entry) => {
      if (audit.failing) return refused()
      audit.entries.push(entry)
      return ok(undefined)
    },
    enterRoom: async (entry) => {
      if (audit.failing) return refused()
      audit.roomEntries.push(entry)
      return ok(undefined)
    },
    enterDoor: async (entry) => {
      if (audit.failing) return refused()
      audit.doorEntries.push(entry)
      return ok(undefined)
    },
  }
  return audit
}

export const aReport: DiagnosisReport = {
  lines: [{ text: 'token: ok', name: 'token', note: '', isWell: true }],
  answers: [],
  versions: ['Room Panel 0.1.0'],
}

export interface MemoryAdmin extends AdminOutside {
  readonly pin: MemoryPin
  readonly tries: MemoryTries
  readonly audit: MemoryAudit
  readonly configuration: MemoryConfiguration
  /** How often the program was asked to end. */
  readonly timesLeft: () => number
}

/** The outside of an administrator in memory. The PIN is 2468. */
export function createMemoryAdmin(): MemoryAdmin {
  let left = 0
  return {
    pin: createMemoryPin(),
    tries: createMemoryTries(),
    audit: createMemoryAudit(),
    diagnose: async () => aReport,
    configuration: createMemoryConfiguration(),
    leaveKiosk: () => void (left += 1),
    timesLeft: () => left,
  }
}

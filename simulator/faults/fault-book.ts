import type { CallName } from '../calls/call-name.ts'
import type { WorldDeps } from '../world-deps.ts'
import type { Fault, PlatformFault, WireFault } from './fault.ts'

/** How often, how long and how likely a fault strikes; always and for ever by default. */
export interface Limits {
  readonly times?: number
  /** Epoch ms. */
  readonly until?: number
  /** 0 to 1. */
  readonly probability?: number
}

interface Entry {
  readonly scope: CallName | 'any'
  readonly fault: Fault
  readonly until: number
  readonly probability: number
  left: number
}

/** The ordered faults that have not run out. Of two that fit a call the older one strikes first. */
export const createFaultBook = ({ now, random }: WorldDeps) => {
  let entries: Entry[] = []

  const strikes = (entry: Entry, call: CallName): boolean => {
    if (entry.scope !== 'any' && entry.scope !== call) return false
    if (entry.left <= 0 || now() >= entry.until) return false
    if (entry.probability < 1 && random() >= entry.probability) return false
    entry.left--
    return true
  }

  return {
    /** Orders a fault. Returns the function that ends it. */
    order: (
      scope: CallName | 'any',
      fault: Fault,
      { times = Infinity, until = Infinity, probability = 1 }: Limits = {},
    ): (() => void) => {
      const entry = { scope, fault, until, probability, left: times }
      entries.push(entry)
      return () => void (entries = entries.filter((one) => one !== entry))
    },

    clear: (): void => void (entries = []),

    /** How long the answer to this call is held back, ms. */
    delay: (call: CallName): number => {
      let delay = 0
      for (const entry of entries) {
        const { fault } = entry
        if (fault.kind === 'delay' && strikes(entry, call)) {
          delay += fault.least + Math.floor(random() * (fault.most - fault.least))
        }
      }
      return delay
    },

    /** The fault that strikes this call on its way; undefined if none does. */
    onTheWire: (call: CallName): WireFault | undefined => {
      for (const entry of entries) if (isWireFault(entry.fault) && strikes(entry, call)) return entry.fault
      return undefined
    },

    /** All faults that strike this call inside the platform, because some rooms may fail and others not. */
    inside: (call: CallName): readonly PlatformFault[] => {
      const struck: PlatformFault[] = []
      for (const entry of entries)
        if (isPlatformFault(entry.fault) && strikes(entry, call)) struck.push(entry.fault)
      return struck
    },
  }
}

export type FaultBook = ReturnType<typeof createFaultBook>

const isWireFault = (fault: Fault): fault is WireFault => 'carriedOut' in fault
const isPlatformFault = (fault: Fault): fault is PlatformFault =>
  !isWireFault(fault) && fault.kind !== 'delay'

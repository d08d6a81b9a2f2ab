import type { FaultName } from '../set-up/advice.ts'

/** What IT is to do about each fault, for a person at the door. The log and the commands say it in English. */
export type AdviceWords = Readonly<Record<FaultName, string>>

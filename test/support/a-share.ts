import { monthAt, type Share } from '../../shared/budget/call-ledger.ts'
import { at } from './builders.ts'

/** The share of a panel that counts since the month began, with so many calls spent. */
export const aShare =
  (spent: number | ((calls: number) => number)) =>
  (calls: number): Share => ({
    calls,
    spent: typeof spent === 'number' ? spent : spent(calls),
    since: monthAt(at('12:00')).start,
  })

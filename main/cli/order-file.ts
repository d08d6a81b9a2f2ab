import { dequal } from 'dequal/lite'
import type { Facts, Log, OrderFile, OrderFiles, TakeOrder } from '../../engine/ports.ts'
import { englishAdvice, type FaultName } from '../../shared/set-up/advice.ts'
import type { FailedOrder, TakenOrder } from '../../shared/set-up/set-up.ts'
import type { OrderOutcome } from './carry-out-order.ts'
import { lineText } from './checks/check-line.ts'
import { type CheckLine, isBad } from './checks/check.ts'

export interface OrderFileParts {
  readonly files: OrderFiles
  readonly log: Log
  readonly carryOut: (text: string, tell: (line: CheckLine) => void) => Promise<OrderOutcome>
}

/**
 * Carries out an order file once, and destroys it with the secret in it. A failed file stays unchanged. It is
 * tried again only if the file has changed, was removed in between, or the panel has restarted. A try in
 * which the calendar's host did not answer does not count.
 */
export function createTakeOrder(parts: OrderFileParts): TakeOrder {
  const tried = new Map<string, Tried>()
  const complain = createComplaints(parts.log)
  return async (where) => {
    const found = await parts.files.find(where)
    forget(tried, found)
    for (const file of found.filter((one) => !tried.has(nameOf(one)))) {
      const result = await use(file, parts, complain)
      tried.set(nameOf(file), result)
      if (result === 'stored') return 'stored'
    }
    return [...tried.values()].find((result) => result !== 'stored') ?? 'none'
  }
}

type Tried = Exclude<TakenOrder, 'none'>

const nameOf = ({ path, version }: OrderFile): string => `${path} ${version}`

/** Forgets the files that are gone, and the tries in which the calendar's host did not answer. */
function forget(tried: Map<string, Tried>, found: readonly OrderFile[]): void {
  const there = found.map(nameOf)
  for (const [name, result] of tried)
    if (!there.includes(name) || (result !== 'stored' && isPassing(result))) tried.delete(name)
}

/** Nobody answered, and no call was counted nor a code used up. */
const isPassing = ({ step, fault }: FailedOrder): boolean => step === 'connection' || passing.includes(fault)

const passing: readonly string[] = [
  'brokerUnreachable',
  'enrolmentUnreachable',
  'enrolmentUnready',
] satisfies FaultName[]

/**
 * Logs the fault of a file, once for each new failure: a file that waits for its network is tried every ten
 * seconds.
 */
type Complain = (file: OrderFile, failure: FailedOrder, more: Facts) => void

function createComplaints(log: Log): Complain {
  const told = new Map<string, FailedOrder>()
  return (file, failure, more) => {
    if (!dequal(failure, told.get(file.path))) log.warn('order-file.failed', { ...more, ...failure })
    told.set(file.path, failure)
  }
}

async function use(
  order: OrderFile,
  { files, log, carryOut }: OrderFileParts,
  complain: Complain,
): Promise<Tried> {
  const { path } = order
  const text = await files.read(path)
  if (!text.ok) {
    const failure: FailedOrder = { file: path, step: 'file', fault: 'notWritable' }
    complain(order, failure, { cause: text.error, action: englishAdvice.notWritable })
    return failure
  }
  const lines: CheckLine[] = []
  const outcome = await carryOut(text.value, (line) => lines.push(line))
  const told = { file: path, outcome: outcome.kind, lines: lines.map(lineText) }
  if (outcome.kind !== 'stored') {
    const failure = failureOf(path, outcome, lines)
    complain(order, failure, told)
    return failure
  }
  log.info('order-file.stored', told)
  const destroyed = await files.destroy(path)
  if (!destroyed.ok) log.error('order-file.not-destroyed', { file: path, cause: destroyed.error })
  return 'stored'
}

function failureOf(file: string, outcome: OrderOutcome, lines: readonly CheckLine[]): FailedOrder {
  if (outcome.kind === 'inputWrong') return { file, step: 'input', fault: outcome.faults.join('; ') }
  const line = lines.find(isBad)
  return { file, step: line?.name ?? 'keyring', fault: line?.kind === 'failed' ? line.fault : outcome.kind }
}

import { mayRestartProgram } from '../../shared/panel/program-restart.ts'
import { seconds } from '../../shared/time/time.ts'
import type { HeardOrder, ItDesk, OrderAnswer, OrderHandlers } from '../it-desk.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import { pause } from '../pause.ts'
import type { Cancel, Clock, Log } from '../ports.ts'

export interface CarryOutOrdersParts {
  readonly clock: Clock
  readonly log: Log
  readonly panel: Pick<PanelStore, 'current'>
  /** The time since the last touch of the screen, ms. */
  readonly untouchedFor: () => number
}

/** How often a restart looks whether the door is needed, ms. */
const lookAgain = seconds(1)

/**
 * Carries out what IT orders, one order at a time. The hub hears that an order is taken up before anything of it
 * happens; an order of which the broker does not take that is dropped. Returns the function that stops it.
 */
export function carryOutOrders(
  parts: CarryOutOrdersParts,
  handlers: OrderHandlers,
  desk: Pick<ItDesk, 'onOrder'>,
): Cancel {
  const { clock, log, panel, untouchedFor } = parts
  let isBusy = false
  let isStopped = false
  const isNeeded = (): boolean => !isStopped && !mayRestartProgram(panel.current(), untouchedFor())

  const restart = async (order: HeardOrder): Promise<OrderAnswer> => {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    while (isNeeded() && order.isInTime()) await pause(clock, lookAgain)
    if (isStopped) return failed
    if (isNeeded()) return { kind: 'failed', fault: 'doorNeeded' }
    await order.answer({ kind: 'restarting' })
    // Who came to the door in this moment is served first.
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    while (isNeeded()) await pause(clock, lookAgain)
    handlers.restart()
    return { kind: 'restarting' }
  }
  const carryOut = async (order: HeardOrder): Promise<OrderAnswer> => {
    switch (order.kind) {
      case 'picture': {
        const taken = await handlers.picture()
        if (taken.ok) return { kind: 'picture', jpeg: taken.value }
        log.warn('order.no-picture', { cause: taken.error })
        return { kind: 'failed', fault: 'noPicture' }
      }
      case 'doctor':
        return { kind: 'lines', lines: await handlers.doctor() }
      case 'logs': {
        const read = await handlers.logs()
        if (read.ok) return { kind: 'lines', lines: read.value }
        log.warn('order.no-logs', { cause: read.error })
        return failed
      }
      case 'restart':
        return restart(order)
    }
  }
  const take = async (order: HeardOrder): Promise<void> => {
    const { kind } = order
    if (isBusy) return order.answer({ kind: 'failed', fault: 'busy' })
    if (!order.isInTime()) return order.answer({ kind: 'failed', fault: 'expired' })
    isBusy = true
    if (await order.take()) {
      log.info('order.taken', { kind })
      const answer = await carryOut(order).catch((cause: unknown) => {
        log.error('order.failed', { kind, cause })
        return failed
      })
      if (answer.kind !== 'restarting') await order.answer(answer)
      log.info('order.answered', { kind, answer: answer.kind === 'failed' ? answer.fault : answer.kind })
    } else log.warn('order.not-taken', { kind })
    isBusy = false
  }
  const stopHearing = desk.onOrder((order) => void take(order))
  return () => {
    isStopped = true
    stopHearing()
  }
}

const failed: OrderAnswer = { kind: 'failed', fault: 'failed' }

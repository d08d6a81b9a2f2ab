import { expect, test } from 'vitest'
import { rulesOfTablet } from '../../../engine/panel/panel-rules.ts'
import { createStatusTeller } from '../../../main/composition/tell-status.ts'
import type { ShownPage } from '../../../main/window/page-life.ts'
import { newPanel } from '../../../shared/panel/panel.ts'
import { snapshotOf } from '../../../shared/snapshot/snapshot-of.ts'
import { createVirtualClock, mondayAfternoon } from '../../support/virtual-clock.ts'

const snapshot = {
  ...snapshotOf(
    newPanel,
    mondayAfternoon,
    rulesOfTablet({ locale: 'en-US', timeZone: 'UTC' })(mondayAfternoon),
  ),
  revision: 1,
  rate: 1,
  tablet: { name: 'tablet', code: 'K7M2QX' },
}

function aTeller() {
  const written: string[] = []
  let refuse = (): void => undefined
  const teller = createStatusTeller((onRefused) => {
    refuse = onRefused
    return ({ reason }, beside) => written.push([reason, beside?.calm].join(' ').trim())
  }, createVirtualClock())
  return { teller, written, refuse: () => refuse() }
}

test('the status has the panel’s state while the door is shown, and the support page’s in its place', () => {
  const { teller, written } = aTeller()
  let shown: ShownPage = 'door'
  const door = { keeper: { shown: () => shown }, beside: () => ({ calm: 'outOfHours' as const }) }
  const tell = teller.door({ ...door, doubtDisk: () => undefined })
  tell(snapshot)
  shown = 'pageCrashes'
  teller.support(shown)
  tell(snapshot)
  shown = 'door'
  teller.support(shown)
  tell(snapshot)
  expect(written).toEqual(['starting outOfHours', 'pageCrashes outOfHours', 'starting outOfHours'])
})

test('a program that rests before it has a door says so', () => {
  const { teller, written } = aTeller()
  teller.support('programCrashes')
  expect(written).toEqual(['programCrashes'])
})

test('a disk that did not take it is told to the door, once there is one', () => {
  const { teller, refuse } = aTeller()
  refuse()
  let doubts = 0
  teller.door({ keeper: { shown: () => 'door' }, beside: () => ({}), doubtDisk: () => (doubts += 1) })
  refuse()
  expect(doubts).toBe(1)
})

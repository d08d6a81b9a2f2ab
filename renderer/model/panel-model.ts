import { computed, effect, type ReadonlySignal } from '@preact/signals'
import type { PanelBridge, RequestInput } from '../../shared/ipc/contract.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { type Instant, seconds } from '../../shared/time/time.ts'
import type { Now } from '../now.ts'
import type { Catalogues } from '../words/catalogues.ts'
import { type AdminModel, createAdminModel } from './admin-model.ts'
import { createAsk } from './ask.ts'
import { type CheckInModel, createCheckInModel } from './actions/check-in-model.ts'
import { createDimming, type Dimming } from './dimming.ts'
import { createFindModel, type FindModel } from './actions/find-model.ts'
import { createEndModel, type EndModel } from './actions/end-model.ts'
import { createCountdown } from './countdown.ts'
import { type Notice, noticeOf } from './notice.ts'
import { countsSeconds, untilRelease } from './release-countdown.ts'
import { createReserveModel, type ReserveModel } from './actions/reserve-model.ts'
import { createShownSnapshot } from './shown-snapshot.ts'
import { createSpokenLanguage, type SpokenLanguage } from './spoken-language.ts'

/** All data of the screens, and all actions of a person. */
export interface PanelModel {
  /** Undefined until the first one arrives. The door shows no state before that. */
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: ReadonlySignal<Instant>
  readonly spoken: SpokenLanguage
  readonly dimming: Dimming
  readonly notice: ReadonlySignal<Notice | undefined>
  readonly end: EndModel
  readonly checkIn: CheckInModel
  readonly reserve: ReserveModel
  readonly find: FindModel
  readonly admin: AdminModel
  /**
   * A visitor touched the screen. The main process is told of each touch, because a touch may hold a release
   * back.
   */
  readonly touch: () => void
  /** The page has painted this. */
  readonly tellPainted: (painted: RequestInput<'painted'>) => Promise<void>
  /** The page has failed, and says why. */
  readonly tellFailed: (told: string) => void
  /** Subscribes, then asks for the present snapshot. Returns the function that stops it. */
  readonly start: () => () => void
}

export interface PanelModelParts {
  readonly bridge: PanelBridge
  readonly now: Now
  readonly catalogues: Catalogues
}

const failureStays = seconds(15)

export function createPanelModel({ bridge, now, catalogues }: PanelModelParts): PanelModel {
  const { snapshot, show } = createShownSnapshot(now, catalogues)
  const failure = createCountdown(now)
  const ask = createAsk(bridge, () => failure.begin(failureStays))
  const askCurrent = async (): Promise<void> => {
    const asked = await ask('current', undefined)
    if (asked !== undefined) show(asked.answer)
  }
  // Failures are not shown, because people at the door can't mend them. The main process counts a picture
  // only if it was reported.
  const askUnheard = createAsk(bridge, () => {})
  const end = createEndModel({ snapshot, now, ask, askCurrent })
  const checkIn = createCheckInModel({ snapshot, ask, askCurrent })
  const reserve = createReserveModel({ snapshot, now, ask, askCurrent })
  const find = createFindModel({ snapshot, now, ask, reserve })
  const admin = createAdminModel({ snapshot, now, ask })
  const spoken = createSpokenLanguage({ snapshot, now, catalogues })
  const dimming = createDimming(snapshot, now)
  const models = [end, reserve, find, admin, spoken, dimming]
  const counting = [failure.isOn, ...models.map(({ isCounting }) => isCounting)]
  const isAnyCounting = (): boolean =>
    counting.some(({ value }) => value) || isRunningDown(snapshot.value, now.time.value)

  return {
    snapshot,
    now: now.time,
    spoken,
    dimming,
    notice: computed(() => {
      if (failure.isOn.value) return { kind: 'panelFailed' }
      // The outcome of an earlier tap is out of date after another tap.
      if (snapshot.value === undefined || isAnswering(snapshot.value, end, checkIn, reserve)) return undefined
      return noticeOf(snapshot.value, now.time.value)
    }),
    end,
    checkIn,
    reserve,
    find,
    admin,
    touch: () => {
      now.look()
      failure.cancel()
      spoken.keep()
      dimming.keepAwake()
      void ask('touch', undefined)
    },
    tellPainted: async (painted) => void (await askUnheard('painted', painted)),
    tellFailed: (told) => void askUnheard('pageFailed', { told }),
    start: () => {
      const stopBeat = effect(() => now.beatEvery(isAnyCounting() ? 'second' : 'minute'))
      // Runs in a task of the page, because an error inside the bridge's callback would not be the page's.
      const stopListening = bridge.onSnapshot((next) => queueMicrotask(() => show(next)))
      void askCurrent()
      return () => {
        stopListening()
        stopBeat()
        now.stop()
      }
    },
  }
}

/** Whether the foot of the screen shows the progress of a tap now. */
function isAnswering(
  { checkIns }: Snapshot,
  end: EndModel,
  checkIn: CheckInModel,
  reserve: ReserveModel,
): boolean {
  const { kind } = end.step.value
  const isCheckingIn = checkIns.some(({ id }) => checkIn.underWay.value.includes(id))
  const isReserving = reserve.choices.value.length > 0 || reserve.isReserving.value
  return isCheckingIn || isReserving || kind === 'confirming' || kind === 'ending'
}

const isRunningDown = (snapshot: Snapshot | undefined, now: Instant): boolean =>
  snapshot !== undefined && countsSeconds(untilRelease(snapshot, now))

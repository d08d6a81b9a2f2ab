import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import { roomsByKeys } from './rooms-by-keys.ts'

/** The keys by which an administrator finds a room. */
export interface RoomKeys {
  readonly areShown: ReadonlySignal<boolean>
  readonly typed: ReadonlySignal<string>
  /** The rooms that the pressed keys name. None are named before the first key. */
  readonly matches: ReadonlySignal<readonly ListedRoom[]>
  readonly show: () => void
  readonly press: (digit: string) => void
  readonly erase: () => void
  readonly hide: () => void
}

/** No room needs more, and a cloth that wipes the screen presses no more. */
const mostTyped = 12

export function createRoomKeys(rooms: ReadonlySignal<readonly ListedRoom[]>): RoomKeys {
  const areShown = signal(false)
  const typed = signal('')
  const showOrHide = (isShown: boolean) => (): void => {
    areShown.value = isShown
    typed.value = ''
  }
  return {
    areShown,
    typed,
    matches: computed(() => (typed.value === '' ? [] : roomsByKeys(rooms.value, typed.value))),
    show: showOrHide(true),
    press: (digit) => (typed.value = `${typed.value}${digit}`.slice(0, mostTyped)),
    erase: () => (typed.value = typed.value.slice(0, -1)),
    hide: showOrHide(false),
  }
}

import type { ActiveView } from '../../view.ts'
import { ActionButton } from '../action-button.tsx'

/** The way to another room. */
export function FindRoom({ find, reserve, snapshot, language }: ActiveView) {
  if (!snapshot.mayFindRooms || reserve.isReserving.value) return null
  return <ActionButton mark="find-room" label={language.words.reserve.find.find} onPress={find.tapFind} />
}

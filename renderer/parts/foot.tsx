import type { ComponentChildren } from 'preact'
import { subjectOf } from '../model/subject.ts'
import type { ActiveView } from '../view.ts'
import { CheckIns } from './check-ins.tsx'
import { EndMeetingControl } from './end-meeting-control.tsx'
import { ReserveLengths } from './reserving/reserve-lengths.tsx'

export interface FootProps extends ActiveView {
  /** Text that is shown here while there is no check-in button. */
  readonly children?: ComponentChildren
  /** Controls between the two. */
  readonly more?: ComponentChildren
}

/**
 * The actions: ending at the left, checking in at the right. Each keeps its place when the other disappears,
 * so that an accidental double tap ends no meeting.
 */
export function Foot({ children, more, ...view }: FootProps) {
  const { connection } = view.snapshot
  const isAsking = view.end.step.value.kind === 'confirming'
  if (view.reserve.choices.value.length > 0)
    return (
      <div class="foot">
        <ReserveLengths {...view} />
      </div>
    )
  return (
    <div class="foot">
      <EndMeetingControl
        end={view.end}
        meeting={subjectOf(view.snapshot.occupancy)?.id}
        language={view.language}
        obstacle={connection.kind === 'live' ? undefined : view.language.words.connection[connection.kind]}
      />
      {!isAsking && more}
      {!isAsking && <CheckIns {...view} />}
      {!isAsking && view.snapshot.checkIns.length === 0 && children}
    </div>
  )
}

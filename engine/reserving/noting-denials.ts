import type { PanelStore } from '../panel/panel-store.ts'
import type { DoorCalendar, ReservationCalendar } from '../reservation-calendar.ts'
import type { CalendarProblem } from '../room-calendar.ts'

/**
 * The same calendar. The panel loses its limits, and with them the button, at each answer that the app may not make,
 * look at or remove an entry: IT can take a permission away at any time, also the one for removing alone.
 */
export function notingDenials(calendar: DoorCalendar, panel: Pick<PanelStore, 'apply'>): DoorCalendar {
  const { reservations } = calendar
  if (reservations === undefined) return calendar
  const note = ({ code }: CalendarProblem): void => {
    if (code === 'scopeMissing' || code === 'botMissing' || code === 'calendarDenied')
      panel.apply({ kind: 'reserving', event: { kind: 'limitsLost' } })
  }
  return { ...calendar, reservations: noted(reservations, note) }
}

function noted(calendar: ReservationCalendar, note: (problem: CalendarProblem) => void): ReservationCalendar {
  const noting =
    <Input extends readonly unknown[], Answer extends { ok: true } | { ok: false; error: CalendarProblem }>(
      ask: (...input: Input) => Promise<Answer>,
    ) =>
    async (...input: Input): Promise<Answer> => {
      const answer = await ask(...input)
      if (!answer.ok) note(answer.error)
      return answer
    }
  return {
    ...calendar,
    async make(wanted) {
      const making = await calendar.make(wanted)
      if (making.kind === 'refused') note(making.problem)
      return making
    },
    askRoom: noting(calendar.askRoom),
    readAnswer: noting(calendar.readAnswer),
    remove: noting(calendar.remove),
    list: noting(calendar.list),
  }
}

export interface TimeLineProps {
  /** The duration, which people would otherwise compute at the door. */
  readonly first: string
  readonly then?: string
}

/** The line that people read second. */
export function TimeLine({ first, then }: TimeLineProps) {
  return (
    <p class="time-line">
      <strong>{first}</strong>
      {then !== undefined && <span>{then}</span>}
    </p>
  )
}

export interface TimeLineProps {
  /** What people compute in their heads at a door. */
  readonly first: string
  readonly then?: string
}

/** The second thing to read. */
export function TimeLine({ first, then }: TimeLineProps) {
  return (
    <p class="time-line">
      <strong>{first}</strong>
      {then !== undefined && <span>{then}</span>}
    </p>
  )
}

import type { Occupancy } from '../../shared/occupancy/occupancy.ts'

export interface ShapeProps {
  readonly kind: Occupancy['kind']
  /** The part of a countdown that is left, from 1 to 0. */
  readonly share?: number | undefined
}

/** A shape for each state, so that it can be distinguished without the word and without the colour. */
export function Shape({ kind, share }: ShapeProps) {
  return (
    <svg class="shape" viewBox="0 0 100 100" aria-hidden="true">
      {share === undefined ? strokesOf(kind) : <RunningDown share={share} />}
    </svg>
  )
}

/** A ring that empties clockwise, as an hour does. */
const RunningDown = ({ share }: { readonly share: number }) => (
  <>
    <circle class="faint" cx="50" cy="50" r="43" />
    <circle class="left" cx="50" cy="50" r="43" pathLength="1" style={{ '--share': share }} />
  </>
)

function strokesOf(kind: Occupancy['kind']) {
  switch (kind) {
    case 'free':
      return <circle cx="50" cy="50" r="43" />
    case 'checkInOpen':
    case 'awaitingCheckIn':
      return (
        <>
          <circle cx="50" cy="50" r="43" />
          <path class="thin" d="M50 27v25l16 10" />
        </>
      )
    case 'inUse':
      return (
        <>
          <circle class="filled" cx="50" cy="50" r="49.5" />
          <path class="cut" d="M24 50h52" />
        </>
      )
    case 'reserving':
      return (
        <>
          <circle class="dashed" cx="50" cy="50" r="43" pathLength="80" />
          <path class="thin" d="M50 27v25l16 10" />
        </>
      )
    case 'unknown':
      return (
        <>
          <circle class="dashed" cx="50" cy="50" r="43" pathLength="80" />
          <path class="thin" d="M38 41a12.5 12.5 0 1 1 19 10.5c-5 3-7 5.5-7 10.5M50 75v.01" />
        </>
      )
    case 'outOfService':
      return (
        <>
          <circle cx="50" cy="50" r="43" />
          <path d="M20.5 20.5l59 59" />
        </>
      )
    case 'notSetUp':
      return (
        <>
          <rect x="7" y="7" width="86" height="86" rx="20" />
          <path d="M30 50v.01M50 50v.01M70 50v.01" />
        </>
      )
  }
}

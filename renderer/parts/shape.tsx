import type { Occupancy } from '../../shared/domain/occupancy.ts'

/** One shape a state: it can be told apart without the word and without the colour. */
export function Shape({ kind }: { readonly kind: Occupancy['kind'] }) {
  return (
    <svg class="shape" viewBox="0 0 100 100" aria-hidden="true">
      {strokesOf(kind)}
    </svg>
  )
}

function strokesOf(kind: Occupancy['kind']) {
  switch (kind) {
    case 'free':
      return <circle cx="50" cy="50" r="43" />
    case 'inUse':
      return (
        <>
          <circle class="filled" cx="50" cy="50" r="49.5" />
          <path class="cut" d="M24 50h52" />
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

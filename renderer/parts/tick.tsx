/** The sign of success: a tick on a disc, which draws itself once. */
export const Tick = () => (
  <svg class="tick" viewBox="0 0 100 100" aria-hidden="true">
    <circle cx="50" cy="50" r="50" />
    <path d="M28 52l16 16 29-33" pathLength="1" />
  </svg>
)

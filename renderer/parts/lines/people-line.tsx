import type { ComponentChildren } from 'preact'

/** The line that people read third: who has the room. */
export function PeopleLine({ children }: { readonly children: ComponentChildren }) {
  return <p class="people-line">{children}</p>
}

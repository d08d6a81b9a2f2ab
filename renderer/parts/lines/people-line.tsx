import type { ComponentChildren } from 'preact'

/** The third thing to read: who has the room. */
export function PeopleLine({ children }: { readonly children: ComponentChildren }) {
  return <p class="people-line">{children}</p>
}

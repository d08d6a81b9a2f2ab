import type { ComponentChildren } from 'preact'

/** Takes the place of the time line for states that have a reason instead. */
export function SentenceLine({ children }: { readonly children: ComponentChildren }) {
  return <p class="sentence-line">{children}</p>
}

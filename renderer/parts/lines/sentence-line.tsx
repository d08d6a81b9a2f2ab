import type { ComponentChildren } from 'preact'

/** Stands where the line of time is, for states that have a reason instead. */
export function SentenceLine({ children }: { readonly children: ComponentChildren }) {
  return <p class="sentence-line">{children}</p>
}

import type { IconNode } from 'lucide'
import { h } from 'preact'

/** One of lucide's icons. Its meaning is written beside it, or in the label of the control around it. */
export const Icon = ({ node }: { readonly node: IconNode }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    {node.map(([tag, attributes]) => h(tag, attributes))}
  </svg>
)

/** The name of a problem: small, for IT. */
export function CodeLine({ code }: { readonly code: string }) {
  return <code class="code-line">{code}</code>
}

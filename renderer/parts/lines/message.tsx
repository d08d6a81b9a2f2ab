import { pieces } from '../../../shared/languages/message.ts'

/** A message with its values set in monospace. */
export function Message({ text }: { readonly text: string }) {
  return <>{pieces(text).map(({ text, isCode }) => (isCode ? <code>{text}</code> : text))}</>
}

import type { View } from '../view.ts'

/** The age of the shown data, if it is not fresh. */
export function ConnectionAge({ snapshot, now, language }: View) {
  const { connection } = snapshot
  const { words, formats } = language
  if (connection.kind === 'live') return null
  const age =
    connection.readAt === undefined ? words.noData : words.dataFrom(formats.duration(now - connection.readAt))
  return (
    <p class="connection">
      <strong>{words.connection[connection.kind]}</strong>
      <span>{age}</span>
    </p>
  )
}

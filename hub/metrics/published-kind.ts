/** The kinds of a hub's messages: a door's view, other messages to it, and the sign of life. */
const kinds = { room: 'view', desired: 'desired', answer: 'answer', order: 'order', pulse: 'pulse' } as const

export type PublishedKind = (typeof kinds)[keyof typeof kinds]

const isLastWord = (word: string): word is keyof typeof kinds => Object.hasOwn(kinds, word)

/** The kind of message in a topic; undefined if its messages are not for doors. */
export function publishedKind(topic: string): PublishedKind | undefined {
  const word = topic.slice(topic.lastIndexOf('/') + 1)
  return topic.startsWith('rp/') && isLastWord(word) ? kinds[word] : undefined
}

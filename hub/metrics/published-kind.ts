/** What a hub publishes: a door's view, other messages to it, and the sign of life. */
const kinds = { room: 'view', desired: 'desired', answer: 'answer', order: 'order', pulse: 'pulse' } as const

export type PublishedKind = (typeof kinds)[keyof typeof kinds]

const isLastWord = (word: string): word is keyof typeof kinds => Object.hasOwn(kinds, word)

/** The kind of message in a topic; undefined for what is no message to doors. */
export function publishedKind(topic: string): PublishedKind | undefined {
  const word = topic.slice(topic.lastIndexOf('/') + 1)
  return topic.startsWith('rp/') && isLastWord(word) ? kinds[word] : undefined
}

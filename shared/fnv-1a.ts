/** A short hash of a text, in eight letters: http://www.isthe.com/chongo/tech/comp/fnv/, 32 bits. It keeps no secret. */
export function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

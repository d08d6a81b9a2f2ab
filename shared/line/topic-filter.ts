/** Whether a topic matches a filter of MQTT: `+` stands for one level, and a last `#` for all that follow. */
export function isMatch(filter: string, topic: string): boolean {
  const [wanted, levels] = [filter.split('/'), topic.split('/')]
  const isOpen = wanted.at(-1) === '#'
  const fixed = isOpen ? wanted.slice(0, -1) : wanted
  if (isOpen ? levels.length < fixed.length : levels.length !== fixed.length) return false
  return fixed.every((level, index) => level === '+' || level === levels[index])
}

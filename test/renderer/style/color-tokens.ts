import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../renderer/style')
const styles = ['states.css', 'themes.css'].map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
const rules = [...styles.matchAll(/^(:(?:root|is\()[^{]*) \{([^}]*)\}/gms)].map(
  ([, selector = '', body = '']) => ({
    selector,
    tokens: Object.fromEntries(
      [...body.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  }),
)

/** The colours that the stylesheet has for a root with these marks, as written: later rules and longer selectors win. */
export function colorsFor(marks: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const fitting = rules
    .filter(({ selector }) => fits(selector, marks))
    .toSorted((one, other) => weight(one.selector) - weight(other.selector))
  return fitting.reduce((colors, { tokens }) => ({ ...colors, ...tokens }), {})
}

const weight = (selector: string): number => marksIn(selector).length - (selector.includes(':is') ? 1 : 0)

const marksIn = (selector: string): readonly (readonly [string, string])[] =>
  [...selector.matchAll(/\[data-(\w+)='(\w*)'\]/g)].map(([, name = '', value = '']) => [name, value])

function fits(selector: string, marks: Readonly<Record<string, string>>): boolean {
  const wanted = marksIn(selector)
  const has = ([name, value]: readonly [string, string]): boolean => marks[name] === value
  return selector.includes(':is') ? wanted.some(has) : wanted.every(has)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../renderer/style')

/** The tick of a check-in draws itself once, unless the visitor asked for less motion. */
const oneTick =
  /@media \(prefers-reduced-motion: no-preference\) \{\n {2}\.tick path \{[^}]*?\n {2}\}\n[^]*?\n\}\n/

test('the tick of a check-in is drawn once', () => {
  const [drawn = ''] = oneTick.exec(readFileSync(join(folder, 'moment.css'), 'utf8')) ?? []
  expect(drawn).toMatch(/animation: draw [\d.]+s /)
  expect(drawn).not.toMatch(/infinite|alternate|\b[2-9]\d*;/)
})

const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
)

test.each(sheets)('%s moves nothing by itself', (file) => {
  const style = readFileSync(join(folder, file), 'utf8')
  expect(style.replace(oneTick, '')).not.toMatch(/@keyframes|\banimation(-\w+)?:|\btransition(-\w+)?:/)
})

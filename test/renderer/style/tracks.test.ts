import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../renderer/style')

/**
 * The flexible tracks that their content can widen: `1fr` alone stands for `minmax(auto, 1fr)`
 * (https://www.w3.org/TR/css-grid-1/#valdef-grid-template-columns-flex).
 */
const growing = (css: string): readonly string[] =>
  css.replaceAll(/minmax\((0|calc\([^;]+?\)\)), 1fr\)/g, '').match(/\b[\d.]+fr\b/g) ?? []

test.each(['1fr auto', "'notice' 1fr", 'repeat(2, 1fr)', 'minmax(auto, 1fr) minmax(0, 1fr)'])(
  'sees that a track of this grid grows: %s',
  (tracks) => expect(growing(tracks)).toEqual(['1fr']),
)

const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
)

test.each(sheets)('no track of %s grows by what is written in it', (name) =>
  expect(growing(readFileSync(join(folder, name), 'utf8'))).toEqual([]),
)

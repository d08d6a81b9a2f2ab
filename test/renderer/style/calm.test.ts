import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../renderer/style')

test.each(readdirSync(folder))('%s moves nothing by itself', (file) => {
  const style = readFileSync(join(folder, file), 'utf8')
  expect(style).not.toMatch(/@keyframes|\banimation(-\w+)?:|\btransition(-\w+)?:/)
})

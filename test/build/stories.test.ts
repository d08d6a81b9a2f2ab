import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProject } from '../../build/project.mjs'
import { alone, longUnits, storyFile, waiting } from '../../build/test/stories.ts'

test.each([...waiting, ...alone])('%s, which has a place of its own among the stories, is one', (name) => {
  expect(existsSync(inProject(storyFile(name)))).toBe(true)
})

test.each(longUnits)('%s, which begins before the other unit tests, is one', (file) => {
  expect(existsSync(inProject(file))).toBe(true)
})

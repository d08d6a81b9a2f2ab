import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProject } from '../../build/project.mjs'
import { alone, storyFile, waiting } from '../../build/test/stories.ts'

test.each([...waiting, ...alone])('%s, which has a place of its own among the stories, is one', (name) => {
  expect(existsSync(inProject(storyFile(name)))).toBe(true)
})

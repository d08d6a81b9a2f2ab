import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../build/project.mjs'
import { chromiumSwitches } from '../main/cli/chromium-switches.ts'

const text = readFileSync(inProject('docs', 'security.md'), 'utf8')

const tests = readdirSync(inProject('test'), { recursive: true, encoding: 'utf8' })
const scripts = readFileSync(inProject('package.json'), 'utf8')

/** What docs/security.md names in code's letters. */
const named = [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

test('every test and story that a claim names is there', () => {
  const claimed = named.filter((name) => /\.(test|story)\.tsx?$/.test(name))
  expect(claimed.length).toBeGreaterThan(30)
  const isThere = (name: string): boolean =>
    name.startsWith('test/') ? existsSync(inProject(name)) : tests.some((file) => basename(file) === name)
  expect(claimed.filter((name) => !isThere(name))).toEqual([])
})

test('every command and file of the product that a claim names is there', () => {
  const commands = named.flatMap((name) => /^npm run ([\w:]+)/.exec(name)?.[1] ?? [])
  expect(commands.filter((command) => !scripts.includes(`"${command}":`))).toEqual([])
  const files = named.filter((name) => /^(main|renderer|build|shared)\/[\w./-]+$/.test(name))
  expect(files.filter((file) => !existsSync(inProject(file)))).toEqual([])
  const packed = named.filter((name) => /^\/usr\/(lib|share\/polkit-1)\/[\w./-]+\.?\w+$/.test(name))
  expect(packed.filter((file) => !existsSync(inProject('build', 'debian', 'root', file)))).toEqual(
    packed.filter((file) => file === '/usr/lib/modules'),
  )
})

const testsIn = (line: string): readonly string[] =>
  [...line.matchAll(/`([\w./-]+\.(?:test|story)\.tsx?)`/g)].map(([, name = '']) => name)

/** The files of a test's short or whole name. */
const pathsOf = (name: string): readonly string[] =>
  tests.filter((file) => `/test/${file}`.endsWith(`/${name}`)).map((file) => `test/${file}`)

const titlesIn = (line: string): readonly string[] =>
  [...line.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, title = '']) => withPlainQuotes(title))

const withPlainQuotes = (words: string): string => words.replaceAll('’', "'")

/** What stands in quotes in a file: the titles of its tests and steps among it. */
function quotedIn(path: string): readonly string[] {
  const text = readFileSync(inProject(path), 'utf8')
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)+)'/g)].map(([, words = '']) => withPlainQuotes(words))
}

/** The files that a row or paragraph names: tests, stories with their parts, and the trials of a command. */
function shownBy(line: string): readonly string[] {
  const paths = testsIn(line).flatMap(pathsOf)
  const parts = paths.flatMap((path) => folderOf(path.replace(/\.(test|story)\.tsx?$/, '')))
  const trials = /(npm run |`)[\w:]+:try|npm run kills/.test(line) ? folderOf('build') : []
  return [...paths, ...parts, ...trials]
}

const folderOf = (path: string): readonly string[] =>
  existsSync(inProject(path))
    ? readdirSync(inProject(path), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .map((file) => `${path}/${file}`)
    : []

const rowsAndParagraphs = text
  .split('\n\n')
  .flatMap((paragraph) =>
    paragraph.startsWith('|') ? paragraph.split('\n') : [paragraph.replaceAll('\n', ' ')],
  )

test('every title that a claim names is one of a test, attempt or step that it names', () => {
  const missing = rowsAndParagraphs.flatMap((line) => {
    const quoted = shownBy(line).flatMap(quotedIn)
    return titlesIn(line).filter((title) => !quoted.some((words) => words.includes(title)))
  })
  expect(missing).toEqual([])
})

test('a claim that names one of several tests in a file says which', () => {
  const vague = rowsAndParagraphs.flatMap((line) =>
    testsIn(line).filter((name) => {
      const [path = '', ...others] = pathsOf(name)
      const count = readFileSync(inProject(path), 'utf8').match(/^\s*test(\.each|\.for)?[(<]/gm)?.length ?? 0
      const quoted = quotedIn(path)
      const isNamed = titlesIn(line).some((title) => quoted.some((words) => words.includes(title)))
      return others.length > 0 || (count > 1 && !isNamed)
    }),
  )
  expect(vague).toEqual([])
})

/** The rows of the table that begins so. */
const rowsOf = (heading: string): readonly (readonly string[])[] =>
  (text.split('\n\n').find((paragraph) => paragraph.startsWith(heading)) ?? '')
    .split('\n')
    .slice(2)
    .filter((row) => row.startsWith('|'))
    .map((row) => row.split(' | '))

test.each([
  ['| Who | Can | Can', 5],
  ['| | Bound | What', 3],
])('each row of “%s” says what shows it', (heading, columns) => {
  const rows = rowsOf(heading)
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    expect(row).toHaveLength(columns)
    expect(row.at(-1)?.replaceAll(/[|\s]/g, '')).not.toBe('')
  }
})

test('the figures of the units are below what the trial takes', () => {
  const figures = rowsOf('| Unit | Before | Now').map(([, before, now]) => [Number(before), Number(now)])
  expect(figures.length).toBeGreaterThan(5)
  expect(figures.filter(([before = 0, now = 10]) => !(now <= 4 && now < before))).toEqual([])
})

test('the switches that a tablet takes are listed', () => {
  const paragraph = text.slice(text.indexOf('## Switches'), text.indexOf('To debug a tablet'))
  const listed = [...paragraph.matchAll(/`--([\w-]+)`/g)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual([...chromiumSwitches].toSorted())
})

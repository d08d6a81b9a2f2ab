import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../build/project.mjs'

const inDocs = readdirSync(inProject('docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file}`)
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs]

const textOf = (document: string): string => readFileSync(inProject(document), 'utf8')

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (document: string): readonly string[] =>
  [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

function isFound(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? document : normalize(join(dirname(document), path))
  return existsSync(inProject(file)) && (anchor === undefined || anchorsOf(file).includes(anchor))
}

test.each(documents)('each link of %s leads somewhere', (document) => {
  const targets = [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  const ownTargets = targets.filter((target) => !/^[a-z]+:/.test(target))
  expect(ownTargets.filter((target) => !isFound(document, target))).toEqual([])
})

const product = /^(engine|main|renderer|shared|simulator|build|test)\/[\w./-]+\.(ts|tsx|mjs|css)$/

test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/prove.md'])(
  'each file that %s names is there',
  (document) => {
    const named = [...textOf(document).matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name)
    const files = named.filter((name) => product.test(name) && !name.includes('xx-XX'))
    expect(files.filter((file) => !existsSync(inProject(file)))).toEqual([])
  },
)

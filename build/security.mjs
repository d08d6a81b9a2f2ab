import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orExplain } from './or-explain.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { answers } from './security/answers.mjs'
import { carryOut } from './setup/step.mjs'

/** Fetched on demand: its 405 packages, with an ESLint 7 among them, don't belong in every checkout. */
const scanner = '@doyensec/electronegativity@1.10.3'

/**
 * A result in SARIF: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @typedef {object} Result
 * @property {string} ruleId
 * @property {{ physicalLocation: { artifactLocation: { uri: string }, region: { startLine: number } } }[]} locations
 */

/** @param {readonly string[]} product folders and files of the product's sources */
const scan = async (product) => {
  const workshop = await mkdtemp(join(tmpdir(), 'room-panel-security-'))
  try {
    // Its CSV has broken lines at times; SARIF is written in one piece.
    const [sources, report] = [join(workshop, 'sources'), join(workshop, 'findings.sarif')]
    for (const part of product) await cp(inProject(part), join(sources, part), { recursive: true })
    await run('npx', ['--yes', scanner, '-i', sources, '-r', '-o', report], { cwd: workshop })
    /** @type {{ runs: { results: Result[] }[] }} */
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- the scanner's own word, in the format that it was asked for
    const { runs } = JSON.parse(await readFile(report, 'utf8'))
    return runs.flatMap(({ results }) => results.map(findingOf))
  } finally {
    await rm(workshop, { recursive: true })
  }
}

/** @param {Result} result */
const findingOf = ({ ruleId, locations: [location] }) => ({
  issue: ruleId,
  filename: location?.physicalLocation.artifactLocation.uri ?? '',
  line: location?.physicalLocation.region.startLine,
})

const scanProduct = async () => {
  const findings = await scan([
    'engine',
    'main',
    'shared',
    'simulator',
    'renderer',
    'out/renderer',
    'package.json',
  ])
  const open = findings.filter(({ issue, filename }) => answerTo(issue, filename) === undefined)
  const idle = answers.filter(
    (one) => !findings.some(({ issue, filename }) => answerTo(issue, filename) === one),
  )
  for (const { issue, filename, line } of findings)
    console.log(`  ${issue} ${filename}:${line}: ${answerTo(issue, filename)?.answer ?? 'NOT ANSWERED'}`)
  if (open.length > 0) throw new Error(`${open.length} findings have no answer`)
  if (idle.length > 0)
    throw new Error(`Nothing is found any more of: ${idle.map(({ issue }) => issue).join(', ')}`)
  return `${findings.length} findings, each answered`
}

/**
 * @param {string} issue
 * @param {string} file
 */
const answerTo = (issue, file) => answers.find((one) => one.issue === issue && one.files.test(file))

/** Some registries don't answer this question. That is printed, and is not a finding. */
const audit = async () => {
  try {
    await run('npm', ['audit', '--omit=dev', '--loglevel=warn'])
    return 'nothing is known against what is shipped'
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    const [refusal] = /audit endpoint returned an error/.exec(told) ?? []
    if (refusal === undefined) throw error
    return `not answered: the registry says ${/\b\d{3} [A-Z][\w ]+/.exec(told)?.[0] ?? refusal}`
  }
}

await orExplain(async () => {
  await run('npx', ['electron-vite', 'build'])
  await carryOut({ title: 'Electronegativity', doing: 'reading the product', run: scanProduct })
  await carryOut({ title: 'npm audit', doing: 'asking the registry', run: audit })
})

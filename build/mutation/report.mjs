import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inProject } from '../project.mjs'

/** @typedef {Awaited<ReturnType<typeof import('./instrumented.mjs').instrumented>>[number]} Mutant */

/**
 * The report: a table by folder and file, and each surviving mutant.
 *
 * @param {readonly Mutant[]} mutants
 * @param {import('./trials.mjs').Trials} trials
 */
export function reportOf(mutants, { killedBy, covered, unrepeatable }) {
  const survivors = mutants.filter(({ id }) => covered.has(id) && !killedBy.has(id))
  const untried = mutants.filter(({ id }) => !covered.has(id))
  const row = (/** @type {string} */ name, /** @type {(file: string) => boolean} */ isIn) => {
    const count = (/** @type {readonly Mutant[]} */ some) =>
      some.filter(({ fileName }) => isIn(fileName)).length
    const [lives, never] = [count(survivors), count(untried)]
    const killed = count(mutants) - lives - never
    const score = killed + lives === 0 ? '' : `${((100 * killed) / (killed + lives)).toFixed(1)} %`
    return `| ${name} | ${score} | ${killed} | ${lives} | ${never} |`
  }
  const files = [...new Set(mutants.map(({ fileName }) => fileName))]
  const folders = [...new Set(files.map((file) => dirname(file)))]
  return [
    '| | Score | Killed | Alive | Never come by |',
    '| --- | --- | --- | --- | --- |',
    ...folders.map((folder) => row(`**${folder}**`, (file) => dirname(file) === folder)),
    ...files.map((name) => row(name, (file) => file === name)),
    '',
    ...[...unrepeatable].map((test) => `Can't be run a second time: ${test}`),
    ...survivors.map((mutant) => `alive: ${told(mutant)}`),
    ...untried.map((mutant) => `never come by: ${told(mutant)}`),
    '',
  ].join('\n')
}

/** @param {Mutant} mutant */
function told({ fileName, location: { start, end }, replacement }) {
  const lines = readFileSync(inProject(fileName), 'utf8').split('\n')
  const first = lines[start.line] ?? ''
  const text =
    start.line === end.line ? first.slice(start.column, end.column) : `${first.slice(start.column)} …`
  return `${fileName}:${start.line + 1}:${start.column + 1} ${text} → ${replacement.replaceAll(/\s+/g, ' ')}`
}

import { appendFileSync, existsSync, readFileSync, utimesSync } from 'node:fs'

/**
 * The record of the trials, line by line. A mutant with an endless loop takes the whole process with it, and
 * the next process continues after it. The file's time shows when the last test began.
 *
 * @param {string} file
 */
export function openTrials(file) {
  const { killedBy, tried } = readTrials(file)
  const note = (/** @type {string[]} */ ...words) => appendFileSync(file, `${words.join('\t')}\n`)
  return {
    goOn: () => {
      const now = new Date()
      utimesSync(file, now, now)
    },
    /**
     * @param {string} id
     * @param {string} test
     */
    begin: (id, test) => {
      if (killedBy.has(id) || tried.has(`${id}\t${test}`)) return false
      note('begun', id, test)
      return true
    },
    /**
     * @param {string} id
     * @param {string} test
     */
    killed: (id, test) => {
      killedBy.set(id, test)
      note('killed', id, test)
    },
    unrepeatable: (/** @type {string} */ test) => note('unrepeatable', '', test),
  }
}

/** @typedef {ReturnType<typeof readTrials>} Trials */

/** @param {string} file */
export function readTrials(file) {
  /** @type {Map<string, string>} */
  const killedBy = new Map()
  /** @type {Set<string>} */
  const covered = new Set()
  /** @type {Set<string>} */
  const tried = new Set()
  /** @type {Set<string>} */
  const unrepeatable = new Set()
  let last = ''
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const [step, id = '', test = ''] = line.split('\t')
    if (step === 'begun') {
      covered.add(id)
      tried.add(`${id}\t${test}`)
      last = id
    } else if (step === 'killed') killedBy.set(id, test)
    else if (step === 'unrepeatable') unrepeatable.add(test)
  }
  return { killedBy, covered, tried, unrepeatable, last }
}

/**
 * Records that the last mutant caused an endless loop, which counts as killed.
 *
 * @param {string} file
 */
export const endless = (file) => appendFileSync(file, `killed\t${readTrials(file).last}\tit came to no end\n`)

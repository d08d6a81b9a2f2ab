import { expect, test } from 'vitest'
import { countsOf } from '../../build/test/counts.mjs'

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) })

test('adds up the tests of several reports', () => {
  const reports = [
    { numPassedTests: 40, numFailedTests: 0, testResults: [file('passed', 40)] },
    { numPassedTests: 4, numFailedTests: 1, testResults: [file('failed', 5)] },
  ]
  expect(countsOf(reports)).toEqual({ passed: 44, failed: 1 })
})

test('counts a file that could not be loaded as one failed test', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3), file('failed', 0)] }
  expect(countsOf([report])).toEqual({ passed: 3, failed: 1 })
})

test('without a test run the counts are zero', () => {
  expect(countsOf([])).toEqual({ passed: 0, failed: 0 })
})

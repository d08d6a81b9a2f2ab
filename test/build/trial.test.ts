import { expect, test } from 'vitest'
import { refuseStandIn, trialOf } from '../../build/deb/trial.mjs'
import { inProject } from '../../build/project.mjs'

const official = inProject('node_modules', 'electron', 'dist')
const pinned = { wanted: '45.4.1', version: '45.4.1', folder: official, source: 'the official download' }
const standIn = { ...pinned, version: '33.2.1', folder: '/cache/electron-33.2.1', source: 'the npm registry' }

test.each([
  ['a release of the pinned Electron', '0.1.0', pinned],
  ['a trial of the pinned Electron', trialOf('0.1.0'), pinned],
  ['a trial of another one', trialOf('0.1.0'), standIn],
])('%s is made', (_what, version, electron) => {
  expect(() => refuseStandIn(version, electron)).not.toThrow()
})

test.each([
  [
    'an older Electron',
    '0.1.0',
    standIn,
    /0\.1\.0 would be a release with Electron 33\.2\.1 in the place of 45\.4\.1/,
  ],
  ['the right number from elsewhere', '0.1.0', { ...standIn, version: '45.4.1' }, /would be a release/],
  ['no Electron that set-up knows', '0.1.0', undefined, /of no known version/],
  ['a mark that is not at the end', '0.1.0~trial2', standIn, /would be a release/],
])('a release of %s is refused', (_what, version, electron, reason) => {
  expect(() => refuseStandIn(version, electron)).toThrow(reason)
})

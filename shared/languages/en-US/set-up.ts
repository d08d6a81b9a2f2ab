import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `There is no configuration at ${code(file)}.`,
  configurationUnreadable: (file) => `The configuration at ${code(file)} can’t be read as JSON.`,
  configurationInvalid: 'Some configuration values are not valid.',
  fault: {
    required: (path) => `${code(path)} is missing`,
    unknownKey: (path) => `${code(path)} is not a known setting`,
    type: (path) => `${code(path)} has the wrong type of value`,
    origin: (path) => `${code(path)} is not an https address without a path`,
    appId: (path) => `${code(path)} is not an app id (${code('cli_…')})`,
    roomId: (path) => `${code(path)} is not a room id (${code('omm_…')})`,
    openId: (path) => `${code(path)} is not an employee’s id (${code('ou_…')})`,
    range: (path) => `${code(path)} is outside its range`,
    choice: (path) => `${code(path)} is not one of the choices`,
    timeOfDay: (path) => `${code(path)} is not a time of day (${code('08:00')})`,
    timeZone: (path) => `${code(path)} is not a time zone (${code('Asia/Shanghai')})`,
    color: (path) => `${code(path)} is not a color (${code('#1b50bd')})`,
    contrast: (path) => `${code(path)} is too pale for white letters and too dark for black ones`,
    alike: (path) => `${code(path)} looks like another state’s color to color-blind people`,
    imageFile: (path) =>
      `${code(path)} is not a ${code('.png')}, ${code('.jpg')}, ${code('.webp')} or ${code('.svg')} file`,
  },
  moreFaults: plural('en-US', { one: 'and # more', other: 'and # more' }),
  secretMissing: (appId) => `The keyring has no secret for the app ${code(appId)}.`,
  secretOfOtherOrigin: (origin) => `The keyring’s secret is not for ${code(origin)}.`,
  keyringLocked: 'The keyring is locked.',
  keyringTimedOut: 'The keyring did not answer in time.',
  keyringUnavailable: 'The keyring does not answer.',
  orderWanted: (file) => `To set it up, put ${code(file)} on a USB stick or into the panel’s data folder.`,
  orderFailed: (file, fault) => `${code(file)} was not used (${code(fault)}).`,
  advice: 'The panel continues by itself once this is fixed.',
}

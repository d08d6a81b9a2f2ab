import { spawn } from 'node:child_process'

/**
 * Somebody who isn't root: Electron refuses to run as root with its sandbox on, and it never runs without.
 *
 * @typedef {object} OrdinaryUser
 * @property {number} uid
 * @property {number} gid
 * @property {boolean} isSomebodyElse whether we are root and have to become this user
 */

const nobody = { uid: 65534, gid: 65534, isSomebodyElse: true }

/** @returns {OrdinaryUser} who runs this, or Debian's `nobody` in place of root */
export const ordinaryUser = () => {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  if (uid === undefined || gid === undefined) throw new Error('This needs a Unix system')
  return uid === 0 ? nobody : { uid, gid, isSomebodyElse: false }
}

/**
 * The command line that starts a program as that user.
 *
 * @param {OrdinaryUser} user
 * @param {string[]} commandLine
 * @returns {[command: string, ...args: string[]]} the program doesn't outlive who starts it
 */
export const commandAs = ({ uid, gid, isSomebodyElse }, commandLine) => {
  const becoming = isSomebodyElse ? ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'] : []
  return ['setpriv', ...becoming, '--pdeathsig', 'TERM', '--', ...commandLine]
}

/**
 * Starts a program as that user, out of reach of the terminal's Ctrl-C; it doesn't outlive this process.
 *
 * @param {OrdinaryUser} user
 * @param {string[]} commandLine
 * @param {import('node:child_process').SpawnOptions} options
 */
export const spawnAs = (user, commandLine, options) => {
  const [command, ...args] = commandAs(user, commandLine)
  return spawn(command, args, { detached: true, ...options })
}

import { spawn } from 'node:child_process'

/**
 * A user other than root: Electron refuses to run as root with its sandbox, and the panel never runs without
 * it.
 *
 * @typedef {object} OrdinaryUser
 * @property {number} uid
 * @property {number} gid
 * @property {boolean} isSomebodyElse whether this process is root and must become this user
 */

const nobody = { uid: 65534, gid: 65534, isSomebodyElse: true }

/** @returns {OrdinaryUser} the user who runs this, or Debian's `nobody` instead of root */
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
 * @returns {[command: string, ...args: string[]]} the program ends with the process that starts it
 */
export const commandAs = ({ uid, gid, isSomebodyElse }, commandLine) => {
  const becoming = isSomebodyElse ? ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'] : []
  return ['setpriv', ...becoming, '--pdeathsig', 'TERM', '--', ...commandLine]
}

/**
 * Starts a program as that user, which the terminal's Ctrl-C does not reach. It ends with this process.
 *
 * @param {OrdinaryUser} user
 * @param {string[]} commandLine
 * @param {import('node:child_process').SpawnOptions} options
 */
export const spawnAs = (user, commandLine, options) => {
  const [command, ...args] = commandAs(user, commandLine)
  return spawn(command, args, { detached: true, ...options })
}

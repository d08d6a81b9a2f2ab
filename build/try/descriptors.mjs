import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inProject } from '../project.mjs'
import { endProcess } from '../session/end-process.mjs'
import { firstLineOf } from '../session/first-line.mjs'

/** @typedef {import('./container.mjs').Container} Container */
/** @typedef {{ command: string, descriptor: number, is: string }} Loot */

const asPanel = '/usr/lib/room-panel/as-panel'
const statusFile = '/run/room-panel/status.json'
const trial = '/var/lib/room-panel-update/trial'

/**
 * Checks that root's commands pass only pipes to the panel's user: root works at a terminal, and another
 * process of that user takes every descriptor that it can reach.
 *
 * @param {Container} container
 */
export const takeDescriptors = async (container) => {
  const thief = await startThief(container)
  try {
    await atTerminal(container, 'room-panel status')
    await container.answer('sh', '-c', endlessStatus)
    await atTerminal(container, 'timeout 15 room-panel-update resume')
    await container.answer('rm', '-f', trial, statusFile)
  } finally {
    await endProcess(thief.process)
  }
  const roots = thief.loot.filter(({ is }) => /\/dev\/(pts|tty|console)|shadow|room-panel-update/.test(is))
  assert.deepEqual(roots, [])
  for (const part of ['room-panel status', 'jq --raw-output']) {
    const isTaken = thief.loot.some(({ command }) => command.includes(part))
    assert.ok(isTaken, `Nothing was taken of ${part}`)
  }
  return `${thief.loot.length} descriptors were taken, and none of them is root's`
}

/**
 * Checks the data between root and a command of the panel's user: input and output, the exit status, and no
 * characters that a terminal obeys.
 *
 * @param {Container} container
 */
export const lookThrough = async (container) => {
  const echoed = await container.tryOut([asPanel, 'sh', '-c', 'cat; exit 7'], 'an order')
  assert.deepEqual(echoed, { status: 7, output: 'an order', complaint: '' })
  const { output } = await container.tryOut([asPanel, 'printf', String.raw`\033]0;x\007 \302\2331m 中\n`])
  assert.equal(output, '?]0;x? ??1m 中\n')
  const environment = await container.answer('env', 'ROOTS_OWN=secret', asPanel, 'env')
  assert.doesNotMatch(environment, /ROOTS_OWN/)
  assert.match(environment, /^HOME=\/var\/lib\/room-panel$/m)
  const said = await container.answer('journalctl', '--no-pager', '--output=cat')
  assert.doesNotMatch(said, /room-panel-command-/)
  await expectClosed(container)
  return 'input, output and exit status come through; no escape sequence, nothing of root’s environment, no right'
}

/**
 * Such a command is closed as the panel itself is: no capability, no device, and nothing to write but the panel's folders.
 *
 * @param {Container} container
 */
const expectClosed = async (container) => {
  const status = await container.answer(asPanel, 'cat', '/proc/self/status')
  for (const line of [/^NoNewPrivs:\t1$/m, /^CapBnd:\t0+$/m, /^Seccomp:\t2$/m]) assert.match(status, line)
  const mayWrite = async (/** @type {string} */ place) =>
    (await container.tryOut([asPanel, 'test', '-w', place])).status === 0
  for (const place of ['/run/room-panel', '/etc/room-panel']) assert.ok(await mayWrite(place), place)
  assert.ok(!(await mayWrite('/var/lib/room-panel/.local/share/keyrings')), 'It can write the keyring’s file')
}

/** Replaces the panel's status by an endless file, newer than any other, while an update asks for it. */
const endlessStatus = `set -eu
setpriv --reuid=room-panel --regid=room-panel --clear-groups sh -c '
  rm -f ${statusFile}; mkfifo ${statusFile}; touch --date=+1hour ${statusFile}'
version=$(dpkg-query --show --showformat='\${Version}' room-panel)
echo "0 $version free" >${trial}`

/**
 * @param {Container} container
 * @param {string} command run by root, who also has a file open that only root may read
 */
const atTerminal = (container, command) =>
  container.tryOut(['script', '--quiet', '--command', `exec 7</etc/shadow; ${command}`, '/dev/null'])

/**
 * Runs as the panel's user, with this machine's Python, because the container has none. It sees the container's processes and no
 * others.
 *
 * @param {Container} container
 */
const startThief = async (container) => {
  const script = inProject('build', 'try', 'take-descriptors.py')
  const uid = await container.answer('id', '--user', 'room-panel')
  const become = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--pdeathsig=KILL']
  // Read here, because that user may not open the checkout.
  const python = ['/usr/bin/python3', '-c', readFileSync(script, 'utf8'), readlinkSync('/proc/self/ns/pid')]
  const [command = '', ...args] = container.amongItsProcesses('setpriv', ...become, ...python)
  const thief = spawn(command, args, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
  /** @type {Loot[]} */
  const loot = []
  await firstLineOf(thief, 1)
  createInterface({ input: thief.stdout }).on('line', (line) => {
    /** @type {Loot} */
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own script's word
    const one = JSON.parse(line)
    loot.push(one)
  })
  return { process: thief, loot }
}

import { spawnSync } from 'node:child_process'
import { onceUnlocked } from './apt-locks.mjs'
import { canBeRoot, runAsRoot } from './as-root.mjs'
import { disableService, withoutServices } from './without-services.mjs'

const title = 'Debian packages'

const toCompileKeytar = ['python3', 'make', 'g++', 'pkg-config', 'libsecret-1-dev']
const toUnpackElectron = ['unzip']
const toRunElectron = ['libnss3', 'libgtk-3-0', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0']
const toKeepSecrets = ['libsecret-1-0']
/** The package's own scripts, which unit tests run. */
const toRunScripts = ['jq']
/**
 * Packages for tests without a screen: a display with real keys and another size, one with a touchscreen, a
 * message bus with a keyring, ChromeDriver, certificate authorities, a network that leads nowhere, the
 * libraries that a program needs of Linux, Chinese fonts.
 */
const toDoWithoutScreen = [
  'xvfb',
  'xdotool',
  'x11-xserver-utils',
  'xinput',
  'xauth',
  'xserver-xorg-core',
  'xserver-xorg-video-dummy',
  'dbus',
  'gnome-keyring',
  'chromium-driver',
  'libnss3-tools',
  'iproute2',
  'strace',
  'fonts-noto-cjk',
  'fonts-noto-color-emoji',
]

/** Servers that the hub's tests and the fleet for trying start by themselves, each in a folder of its own. */
export const hubServers = ['mosquitto', 'postgresql-15']

/** Has `promtool`, which checks the hub's alerts, and a server that is not started. */
export const toCheckAlerts = ['prometheus']
const servers = [...hubServers, ...toCheckAlerts]
/** Those whose service the next start of the machine would start. PostgreSQL without a cluster starts nothing. */
const startedByDebian = ['mosquitto', 'prometheus']

/** The packages that set-up, the program and its tests need. */
export const neededPackages = [
  ...toCompileKeytar,
  ...toUnpackElectron,
  ...toRunElectron,
  ...toKeepSecrets,
  ...toRunScripts,
  ...toDoWithoutScreen,
  ...hubServers,
]

/**
 * @param {string[]} packages
 * @returns {string[]} those that aren't installed; none if the machine isn't a Debian
 */
const missingOf = (packages) => {
  const format = '${Package} ${db:Status-Status}\n'
  const { stdout, error } = spawnSync('dpkg-query', ['-W', '-f', format, ...packages], { encoding: 'utf8' })
  if (error) return []
  const installed = new Set(stdout.split('\n'))
  return packages.filter((name) => !installed.has(`${name} installed`))
}

/** @param {string[]} packages */
const install = async (packages) => {
  const installation = ['install', '-y', '--no-install-recommends', ...packages]
  if (!canBeRoot()) {
    throw new Error(
      `Run this once, then start again:\n  sudo apt-get update && sudo apt-get ${installation.join(' ')}`,
    )
  }
  await apt('update')
  if (!packages.some((name) => servers.includes(name))) return apt(...installation)
  await withoutServices(() => apt(...installation))
  for (const service of startedByDebian) if (packages.includes(service)) await disableService(service)
}

/** @param {...string} args */
const apt = (...args) =>
  onceUnlocked(() => runAsRoot('env', 'LC_ALL=C', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args), {
    say: (line) => console.log(`${title}: ${line}`),
  })

/**
 * @param {string[]} packages
 * @returns {import('./step.mjs').Step}
 */
export const debianPackages = (packages) => ({
  title,
  upToDate: () => (missingOf(packages).length === 0 ? 'up to date' : undefined),
  doing: 'installing what is missing',
  run: async () => {
    const missing = missingOf(packages)
    await install(missing)
    return `installed ${missing.join(' ')}`
  },
})

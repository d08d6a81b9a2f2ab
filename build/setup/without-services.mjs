import { existsSync, readFileSync } from 'node:fs'
import { runAsRoot } from './as-root.mjs'

/** Debian's packages ask it before they start a service: https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt */
const policy = '/usr/sbin/policy-rc.d'
const mark = '# of the set-up of Room Panel'
/** pg_createcluster reads each file in it: https://manpages.debian.org/bookworm/postgresql-common/pg_createcluster.1.en.html */
const clusterSettings = '/etc/postgresql-common/createcluster.d'
const clusterSetting = `${clusterSettings}/room-panel-set-up.conf`

/** A policy that the machine has already stays in force. */
const hasPolicy = () => existsSync(policy) && !readFileSync(policy, 'utf8').includes(mark)

/**
 * Runs an installation that starts no service and makes no database cluster: the tests start servers of their
 * own, and a developer's machine keeps its ports.
 *
 * @param {() => Promise<unknown>} install
 */
export const withoutServices = async (install) => {
  const isOurs = !hasPolicy()
  if (isOurs) await asRoot(`printf '%s' '${denialBy(process.pid)}' > ${policy} && chmod 755 ${policy}`)
  await asRoot(`mkdir -p ${clusterSettings} && echo 'create_main_cluster = false' > ${clusterSetting}`)
  try {
    await install()
  } finally {
    await asRoot(`rm -f ${clusterSetting} ${isOurs ? policy : ''}`)
  }
}

/**
 * Denies every start as long as this process lives: if it is killed, a policy that stays behind does no harm.
 *
 * @param {number} pid
 */
const denialBy = (pid) => `#!/bin/sh\n${mark}\nkill -0 ${pid} 2>/dev/null && exit 101\nexit 0\n`

/** @param {string} service not to be started by the machine's next start either */
export const disableService = (service) => runAsRoot('update-rc.d', service, 'disable')

/** @param {string} script */
const asRoot = (script) => runAsRoot('sh', '-c', script)

import { existsSync } from 'node:fs'
import { runAsRoot } from './as-root.mjs'

/** Debian's packages ask it before they start a service: https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt */
const policy = '/usr/sbin/policy-rc.d'
/** pg_createcluster reads each file in it: https://manpages.debian.org/bookworm/postgresql-common/pg_createcluster.1.en.html */
const clusterSettings = '/etc/postgresql-common/createcluster.d'
const clusterSetting = `${clusterSettings}/room-panel-set-up.conf`

/**
 * Runs an installation that starts no service and makes no database cluster: the tests start servers of their
 * own, and a developer's machine keeps its ports. A policy that the machine has already stays in force.
 *
 * @param {() => Promise<unknown>} install
 */
export const withoutServices = async (install) => {
  const hasPolicy = existsSync(policy)
  if (!hasPolicy) await asRoot(`printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod 755 ${policy}`)
  await asRoot(`mkdir -p ${clusterSettings} && echo 'create_main_cluster = false' > ${clusterSetting}`)
  try {
    await install()
  } finally {
    await asRoot(`rm -f ${clusterSetting} ${hasPolicy ? '' : policy}`)
  }
}

/** @param {string} service not to be started by the machine's next start either */
export const disableService = (service) => runAsRoot('update-rc.d', service, 'disable')

/** @param {string} script */
const asRoot = (script) => runAsRoot('sh', '-c', script)

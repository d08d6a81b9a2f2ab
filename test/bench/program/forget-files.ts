import { canBeRoot, runAsRoot } from '../../../build/setup/as-root.mjs'

export const canForgetFiles = canBeRoot

/** Linux reads every file from the disk again, as after a start of the tablet. Only root can ask for that. */
export async function forgetFiles(): Promise<void> {
  await runAsRoot('sh', '-c', 'sync; echo 3 > /proc/sys/vm/drop_caches')
}

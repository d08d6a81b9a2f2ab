import type { Finished, Kiosk } from './kiosk.ts'
import { appSecret, openFeishu } from './small-feishu.ts'

export const adminPin = '294817503612'

export interface Order {
  readonly config: unknown
  readonly appSecret: string
  readonly adminPin: string
}

/** Sets a tablet up as IT does: one command of the program, which reads what it needs to know. */
export const provision = (kiosk: Kiosk, file: string, order: Order): Promise<Finished> =>
  kiosk.run(['provision', '--config', file], JSON.stringify(order))

/** Puts the app's secret into the keyring of this kiosk, for all the stories that are told at it. */
export async function storeSecret(kiosk: Kiosk): Promise<void> {
  const feishu = await openFeishu()
  try {
    const order = { config: feishu.configuration, appSecret, adminPin }
    const { status, output } = await provision(kiosk, `${kiosk.folder}/config.json`, order)
    if (status !== 0) throw new Error(`The kiosk could not be provisioned: ${output}`)
  } finally {
    await feishu.close()
  }
}

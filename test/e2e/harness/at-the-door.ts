import { test as base } from 'vitest'
import { makeDoor } from './door.ts'
import { openKiosk } from './kiosk.ts'
import { storeSecret } from './provisioning.ts'
import { openFeishu } from './small-feishu.ts'

const story = base
  // oxlint-disable-next-line no-empty-pattern -- vitest learns from the pattern what a fixture needs: nothing
  .extend('kiosk', { scope: 'file' }, async ({}, { onCleanup }) => {
    const kiosk = await openKiosk()
    onCleanup(kiosk.close)
    await storeSecret(kiosk)
    return kiosk
  })
  // oxlint-disable-next-line no-empty-pattern -- the same
  .extend('feishu', async ({}, { onCleanup }) => {
    const feishu = await openFeishu()
    onCleanup(feishu.close)
    return feishu
  })
  .extend('door', async ({ kiosk, feishu, task }, { onCleanup }) => {
    const door = await makeDoor(kiosk)
    onCleanup(async () => {
      const errors = task.result?.errors ?? []
      if (errors.length > 0) {
        const folder = await door.keepEvidence()
        for (const error of errors) error.message += `\nThe panel's picture and log are in ${folder}`
      }
      await door.close()
    })
    await door.configure(feishu.configuration)
    return door
  })

/**
 * Stories at a door, four of a file at a time: `kiosk`, a provisioned tablet that all of them share; `feishu`, with a room
 * of the story's own; `door`, configured for that room. A story that fails says where the panel's picture and log are kept.
 */
export const test = story.concurrent

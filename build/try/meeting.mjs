import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { inProject, root } from '../project.mjs'
import { endProcess } from '../session/end-process.mjs'

/** @typedef {Awaited<ReturnType<typeof startMeeting>>} Meeting */

/**
 * A small Feishu beside the container, with a meeting in its room.
 *
 * @param {import('./container.mjs').Container} container
 */
export const startMeeting = async (container) => {
  const [command = '', ...args] = container.onItsNetwork(
    process.execPath,
    '--import',
    'tsx',
    inProject('test', 'kills', 'a-long-meeting.ts'),
  )
  const feishu = spawn(command, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: feishu.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const line = await lines.next()
    /** @type {Record<string, string | number>} */
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own program's word
    const facts = JSON.parse(String(line.value))
    return facts
  }
  const { origin, appId, appSecret, roomId, booking } = await next()
  const config = {
    feishu: { origin, appId },
    room: { id: roomId },
    checkIn: { mode: 'auto' },
    budget: { callsPerMonth: 1_000_000 },
    officeHours: { from: '00:00', to: '24:00', days: [1, 2, 3, 4, 5, 6, 7] },
    locale: 'en-US',
    timeZone: 'Asia/Shanghai',
  }
  /**
   * Causes an event in that Feishu: the orders are in `a-long-meeting.ts`.
   *
   * @param {string} order
   * @returns {Promise<number>} the order's count, if it has one
   */
  const order = async (order) => {
    feishu.stdin.write(`${order}\n`)
    return Number((await next())[order])
  }
  return {
    booking: String(booking),
    order: JSON.stringify({ config, appSecret, adminPin: '294817' }),
    have: order,
    repliesSent: () => order('replies'),
    stop: () => endProcess(feishu),
  }
}

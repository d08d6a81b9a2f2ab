import { test } from '../harness/at-the-door.ts'
import { listeningPorts } from '../harness/listening-ports.ts'
import { processTree, renderersOf, statusOf } from '../harness/process-tree.ts'

test('the page runs in Chromium’s sandbox', async ({ door, expect }) => {
  const panel = await door.open()
  const protections = renderersOf(panel.pid).map((pid) => [
    statusOf(pid, 'Seccomp'),
    statusOf(pid, 'NoNewPrivs'),
  ])
  // Seccomp 2 is a filter of system calls: https://docs.kernel.org/filesystems/proc.html
  expect(protections).toEqual([['2', '1']])
})

test('the panel listens on no port', async ({ kiosk, feishu, door, onTestFinished, expect }) => {
  const driven = await door.open()
  expect(listeningPorts(processTree(driven.pid))).toHaveLength(1) // ChromeDriver's own
  await driven.stop()

  const before = feishu.world.callsTo('freebusy')
  const panel = kiosk.start([...door.args, '--disable-gpu'])
  onTestFinished(panel.stop)
  await expect.poll(() => feishu.world.callsTo('freebusy')).toBeGreaterThan(before)
  await expect.poll(() => renderersOf(panel.pid)).toHaveLength(1)
  expect(listeningPorts(processTree(panel.pid))).toEqual([])
})

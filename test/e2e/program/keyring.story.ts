import { test } from '../harness/at-the-door.ts'
import { duringAMeeting } from '../harness/running-meeting.ts'

test('a keyring that was started anew gives the secret for the next token, and every tool says so', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const { meeting, panel } = await duringAMeeting(feishu, door)
  const tokens = feishu.world.callsTo('token')
  await kiosk.restartKeyring()
  feishu.world.revokeTokens()
  // Without a touch the next reading may be as far away as the poll is patient.
  await panel.touchUntil({ booking: meeting.mark })
  await expect.poll(() => feishu.world.callsTo('token')).toBe(tokens + 1)
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })

  const status = await kiosk.run(['status', ...door.args], '')
  expect(status.output).toContain('\ndoor: ok, inUse\n')
  const doctor = await kiosk.run(['doctor', ...door.args], '')
  expect(doctor.output).toContain('\nsecret: ok\n')
  expect(doctor.output.split('\n').filter((line) => !/^$|: (ok|skipped)/.test(line))).toEqual([])
  expect([status.status, doctor.status]).toEqual([0, 0])
  expect(door.log().map(({ event }) => event)).not.toContain('process.gone')
})

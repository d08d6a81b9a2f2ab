import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { TabletClocks } from '../../../shared/reading/cached-schedule.ts'

/** https://docs.kernel.org/admin-guide/sysctl/kernel.html#random and https://docs.kernel.org/admin-guide/rtc.html */
const kernelFiles = {
  bootId: '/proc/sys/kernel/random/boot_id',
  /** Whole seconds since 1970, where the hardware has a clock and it is set to UTC. */
  battery: '/sys/class/rtc/rtc0/since_epoch',
}

/** What the tablet's own clocks say. `wall`: as the tablet is set, ms. */
export function tabletClocks(wall: number, platform = process.platform, files = kernelFiles): TabletClocks {
  // Windows sets its time by the clock with the battery when it starts, and by nothing else before it has a network.
  if (platform === 'win32') return { wall, battery: wall }
  const id = textOf(files.bootId)
  const battery = Number(textOf(files.battery))
  return {
    wall,
    ...(id !== undefined && { boot: { id, age: uptime() * 1000 } }),
    ...(battery > 0 && { battery: battery * 1000 }),
  }
}

/** These files have no disk behind them, so nothing is waited for. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    // A machine without such a clock, or a kernel that has none of it: then that clock says nothing.
    return undefined
  }
}

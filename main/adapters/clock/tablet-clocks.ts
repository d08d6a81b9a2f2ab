import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { TabletClocks } from '../../../shared/reading/cached-schedule.ts'

/** https://docs.kernel.org/admin-guide/sysctl/kernel.html#random and https://docs.kernel.org/admin-guide/rtc.html */
const kernelFiles = {
  bootId: '/proc/sys/kernel/random/boot_id',
  /** Whole seconds since 1970, where the hardware has a clock and it is set to UTC. */
  battery: '/sys/class/rtc/rtc0/since_epoch',
}

/** The readings of the tablet's own clocks. `wall` is the system's time, ms. */
export function tabletClocks(wall: number, platform = process.platform, files = kernelFiles): TabletClocks {
  // Windows sets its time from the battery-backed clock at its start, and from no other source before it has
  // a network.
  if (platform === 'win32') return { wall, battery: wall }
  const id = textOf(files.bootId)
  const battery = Number(textOf(files.battery))
  return {
    wall,
    ...(id !== undefined && { boot: { id, age: uptime() * 1000 } }),
    ...(battery > 0 && { battery: battery * 1000 }),
  }
}

/** These files are not on a disk, so a synchronous read does not wait. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    // The machine has no such clock, or the kernel doesn't offer it. Its reading is then left out.
    return undefined
  }
}

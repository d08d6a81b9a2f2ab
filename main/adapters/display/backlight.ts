import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Whether the screen's backlight is off, where Linux can switch it. A tablet may list it several times, once
 * for each driver that controls it: https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-class-backlight
 */
export async function isBacklightOff(folder = '/sys/class/backlight'): Promise<boolean> {
  const names = await readdir(folder).catch(none)
  const shines = await Promise.all(names.map((name) => isShining(join(folder, name))))
  return shines.length > 0 && !shines.includes(true)
}

/** Most machines have no backlight. */
const none = (): readonly string[] => []

async function isShining(light: string): Promise<boolean> {
  const [power, brightness] = await Promise.all([
    numberIn(join(light, 'bl_power'), 0),
    numberIn(join(light, 'brightness'), 1),
  ])
  return power === 0 && brightness > 0
}

/** The number in a file, or `otherwise` if the file holds none. */
const numberIn = async (file: string, otherwise: number): Promise<number> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  return /^\d+\s*$/.test(text) ? Number(text) : otherwise
}

import { readFileSync } from 'node:fs'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Why there is nothing to draw on, in a sentence for IT; undefined if there is something, or it can't be told. Electron asks
 * only later, and then dies without a word of its own: so this is asked before, and without waiting.
 */
export function missingDisplay(
  { DISPLAY, WAYLAND_DISPLAY }: Environment,
  platform: NodeJS.Platform = process.platform,
  listening: () => string | undefined = unixSockets,
): string | undefined {
  if (platform !== 'linux' || WAYLAND_DISPLAY) return undefined
  if (!DISPLAY)
    return 'noDisplay: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the panel in a graphical session.'
  // A display of another machine is reached in another way.
  const [, number] = /^:(\d+)(?:\.\d+)?$/.exec(DISPLAY) ?? []
  const sockets = listening()
  if (number === undefined || sockets === undefined) return undefined
  if (new RegExp(`/tmp/\\.X11-unix/X${number}$`, 'm').test(sockets)) return undefined
  return `noDisplay: there is no X server on ${DISPLAY}. The panel can start once there is one.`
}

/** What listens on this machine; a socket that a killed server left behind does not. */
function unixSockets(): string | undefined {
  try {
    return readFileSync('/proc/net/unix', 'utf8')
  } catch {
    // Where Linux doesn't tell, Electron finds out.
    return undefined
  }
}

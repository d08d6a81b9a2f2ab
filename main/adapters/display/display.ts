import { readFileSync } from 'node:fs'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Why there is no display to draw on, in a sentence for IT; undefined if there is one, or if that can't be
 * told. Electron checks this later, and then dies without a message, so the panel checks first,
 * synchronously.
 */
export function missingDisplay(
  { DISPLAY, WAYLAND_DISPLAY }: Environment,
  platform: NodeJS.Platform = process.platform,
  listening: () => string | undefined = unixSockets,
): string | undefined {
  if (platform !== 'linux' || WAYLAND_DISPLAY) return undefined
  if (!DISPLAY)
    return 'noDisplay: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the panel in a graphical session.'
  // A display of another machine has no local socket.
  const [, number] = /^:(\d+)(?:\.\d+)?$/.exec(DISPLAY) ?? []
  const sockets = listening()
  if (number === undefined || sockets === undefined) return undefined
  if (new RegExp(`/tmp/\\.X11-unix/X${number}$`, 'm').test(sockets)) return undefined
  return `noDisplay: there is no X server on ${DISPLAY}. The panel can start once there is one.`
}

/** The kernel's list of listening sockets. A socket that a killed server left behind is not in it. */
function unixSockets(): string | undefined {
  try {
    return readFileSync('/proc/net/unix', 'utf8')
  } catch {
    // Linux can't tell, so Electron will find out.
    return undefined
  }
}

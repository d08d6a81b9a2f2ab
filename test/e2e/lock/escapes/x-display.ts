import { spawnSync } from 'node:child_process'
import { startDisplay } from '../../../../build/session/display.mjs'
import type { OrdinaryUser } from '../../../../build/session/ordinary-user.mjs'
import type { DisplayMode } from './attempt.ts'

/** A display of a story's own, with real keys and a real mouse, whose picture can be turned. */
export interface XDisplay {
  readonly env: { readonly DISPLAY: string }
  /** What these words of xdotool(1) do; gives what it says. */
  readonly does: (...words: readonly string[]) => string
  readonly turn: (mode: DisplayMode) => void
  /** The window whose title is `title` gets the message by which a window manager closes it. */
  readonly askToClose: (title: string) => void
  readonly stop: () => Promise<void>
}

/** Xvfb offers no picture larger than the first one. */
const largest = '1280x1280'
/** Without any blanking, and so at a rate that no real screen has. No person sees it. */
const modes: Readonly<Record<DisplayMode, string>> = {
  landscape: '1280 1280 1280 1280 800 800 800 800',
  portrait: '800 800 800 800 1280 1280 1280 1280',
  square: '1280 1280 1280 1280 1280 1280 1280 1280',
}

export async function openXDisplay(user: OrdinaryUser): Promise<XDisplay> {
  const { env, stop } = await startDisplay(user, largest)
  const run = (program: string, ...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(program, words, {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
    return stdout
  }
  for (const [name, timing] of Object.entries(modes)) {
    run('xrandr', '--newmode', name, '60', ...timing.split(' '))
    run('xrandr', '--addmode', 'screen', name)
  }
  const does = (...words: readonly string[]): string => run('xdotool', ...words)
  return {
    env,
    stop,
    does,
    turn: (mode) => void run('xrandr', '--output', 'screen', '--mode', mode),
    askToClose: (title) =>
      void run('python3', '-c', askingToClose, does('search', '--onlyvisible', '--name', title).trim()),
  }
}

/** https://www.x.org/releases/X11R7.6/doc/xorg-docs/specs/ICCCM/icccm.html#window_deletion; xdotool can't, and Debian has Python. */
const askingToClose = `
import ctypes, sys
x = ctypes.CDLL('libX11.so.6')
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.restype = ctypes.c_ulong
display = ctypes.c_void_p(x.XOpenDisplay(None))
atom = lambda name: x.XInternAtom(display, name, 0)
class ClientMessage(ctypes.Structure):
  _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
    ('display', ctypes.c_void_p), ('window', ctypes.c_ulong), ('message_type', ctypes.c_ulong),
    ('format', ctypes.c_int), ('data', ctypes.c_long * 5), ('rest_of_XEvent', ctypes.c_long * 24)]
window = int(sys.argv[1])
message = ClientMessage(type=33, window=window, message_type=atom(b'WM_PROTOCOLS'), format=32)
message.data[0] = atom(b'WM_DELETE_WINDOW')
x.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
x.XSync(display, 0)`

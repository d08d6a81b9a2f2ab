import { expect, test } from 'vitest'
import { missingDisplay } from '../../../../main/adapters/display/display.ts'

/** Lines of `/proc/net/unix` as an X server on :7 makes them. */
const sockets = () =>
  [
    'Num       RefCount Protocol Flags    Type St Inode Path',
    '0000000000000000: 00000002 00000000 00010000 0001 01 40312 @/tmp/.X11-unix/X7',
    '0000000000000000: 00000002 00000000 00010000 0001 01 40313 /tmp/.X11-unix/X7',
    '0000000000000000: 00000002 00000000 00010000 0001 01 40320 /run/room-panel/bus',
  ].join('\n')

test.each([
  ['nothing', {}, 'linux', /^noDisplay: neither DISPLAY nor WAYLAND_DISPLAY is set/],
  ['an empty name', { DISPLAY: '' }, 'linux', /^noDisplay: neither/],
  ['an X server that is there', { DISPLAY: ':7' }, 'linux', undefined],
  ['a screen of it', { DISPLAY: ':7.0' }, 'linux', undefined],
  ['one that is not', { DISPLAY: ':77' }, 'linux', /^noDisplay: there is no X server on :77/],
  ['a socket that nobody listens on', { DISPLAY: ':0' }, 'linux', /^noDisplay: there is no X server on :0/],
  ['another machine’s', { DISPLAY: 'localhost:10.0' }, 'linux', undefined],
  ['a Wayland compositor', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', undefined],
  ['Windows', {}, 'win32', undefined],
] as const)('with %s', (_name, environment, platform, sentence) => {
  const missing = missingDisplay(environment, platform, sockets)
  if (sentence === undefined) expect(missing).toBeUndefined()
  else expect(missing).toMatch(sentence)
})

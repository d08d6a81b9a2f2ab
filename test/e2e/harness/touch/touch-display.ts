import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endProcess } from '../../../../build/session/end-process.mjs'
import { firstLineOf } from '../../../../build/session/first-line.mjs'
import { type OrdinaryUser, spawnAs } from '../../../../build/session/ordinary-user.mjs'
import { makePrivateFolder } from '../../../../build/session/private-folder.mjs'
import { connectTouchScreen, type TouchScreen } from './touch-screen.ts'

/**
 * A display of a story's own with a touchscreen: a tablet's X server, with a card without a screen, and
 * simulated fingers.
 */
export interface TouchDisplay {
  readonly env: { readonly DISPLAY: string }
  readonly screen: TouchScreen
  readonly stop: () => Promise<void>
}

type Size = Parameters<typeof connectTouchScreen>[1]

const size: Size = { width: 1280, height: 800 }

/** xorg.conf(5), inputtest(4); the timings are those of `cvt 1280 800`. */
const configuration = (socket: string, whole: Size): string => `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "tablet" 83.50 1280 1352 1480 1680 800 803 809 831 -hsync +vsync
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Modes "tablet"
    Virtual ${whole.width} ${whole.height}
  EndSubSection
EndSection
${['keyboard', 'pointer', 'fingers']
  .map(
    (device) => `Section "InputDevice"
  Identifier "${device}"
  Driver "inputtest"
  Option "SocketPath" "${socket}${device}"
  Option "DeviceType" "${{ keyboard: 'Keyboard', pointer: 'PointerAbsolute', fingers: 'Touch' }[device]}"
  Option "TouchCount" "10"
EndSection
`,
  )
  .join('')}Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "keyboard" "CoreKeyboard"
  InputDevice "pointer" "CorePointer"
  InputDevice "fingers" "SendCoreEvents"
EndSection
`

/** `whole`: all screens together, over which X spreads the touchscreen; one is at their left. */
export async function openTouchDisplay(user: OrdinaryUser, whole: Size = size): Promise<TouchDisplay> {
  const { path, remove } = await makePrivateFolder(user)
  const [config, socket] = [join(path, 'xorg.conf'), join(path, 'to-')]
  await mkdir(path, { recursive: true })
  await writeFile(config, configuration(socket, whole))
  const settings = [
    '-config',
    config,
    '-logfile',
    join(path, 'log'),
    '-nolisten',
    'tcp',
    '-noreset',
    '-displayfd',
    '3',
  ]
  const server = spawnAs(user, ['/usr/lib/xorg/Xorg', ...settings], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await firstLineOf(server, 3)
  const screen = await connectTouchScreen(`${socket}fingers`, whole)
  return {
    env: { DISPLAY: `:${number}` },
    screen,
    stop: async () => {
      screen.unplug()
      await endProcess(server)
      await remove()
    },
  }
}

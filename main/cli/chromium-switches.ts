/**
 * The switches of Chromium that fit the program to a tablet: its screen, its touch screen, its way out of the
 * network. The program refuses all others, and mistyped ones of its own.
 * https://peter.sh/experiments/chromium-command-line-switches/
 */
export const chromiumSwitches: ReadonlySet<string> = new Set([
  'disable-gpu',
  'disable-gpu-compositing',
  'force-color-profile',
  'force-device-scale-factor',
  'ignore-gpu-blocklist',
  'lang',
  'log-level',
  'no-proxy-server',
  'ozone-platform',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'proxy-pac-url',
  'proxy-server',
  'touch-devices',
  'touch-events',
  'use-angle',
  'use-gl',
])

/**
 * Whether ChromeDriver drives the program: it starts it with two dozen switches of its own and a page to open
 * (allowed-switches.ts says where it may).
 */
export const isDriven = (args: readonly string[]): boolean => args.includes('--test-type=webdriver')

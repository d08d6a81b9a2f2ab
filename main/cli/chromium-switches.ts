/**
 * Of Chromium's switches those that fit the program to a tablet: its screen, its touch screen, the way out of its network. Every
 * other one is refused, and so is a mistyped one of ours. https://peter.sh/experiments/chromium-command-line-switches/
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

/** ChromeDriver starts the program with two dozen switches of its own and a page to open (allowed-switches.ts: where it may). */
export const isDriven = (args: readonly string[]): boolean => args.includes('--test-type=webdriver')

/** Debian's Chromium as a kiosk at this address, with a folder of its own. It comes with ChromeDriver (build/setup). */
export const chromiumKiosk = (url: string, folder: string): readonly string[] => [
  '/usr/bin/chromium',
  '--kiosk',
  '--no-first-run',
  '--password-store=basic',
  `--user-data-dir=${folder}`,
  url,
]

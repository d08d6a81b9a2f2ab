/** The libraries that the panel is linked with, from `objdump -p` of its binaries. */
const libraries = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libc6',
  'libcairo2',
  'libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0',
  'libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libsecret-1-0',
  'libstdc++6',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
]

/** The packages that turn a Debian into a kiosk: services, a screen, a keyring on a bus, fonts. */
const kiosk = [
  'systemd (>= 252)',
  'libpam-systemd',
  'xserver-xorg-core',
  'xserver-xorg-input-libinput',
  'xauth',
  'xinput',
  'dbus-daemon',
  'dbus-bin',
  'gnome-keyring',
  'fonts-noto-cjk',
  'fonts-noto-color-emoji',
  'ca-certificates',
  'libnss3-tools',
  'jq',
]

/**
 * The package's control file: https://www.debian.org/doc/debian-policy/ch-controlfields.html
 *
 * @param {{ version: string, architecture: string, size: number }} facts `size` in KiB, installed
 */
export const controlFile = ({ version, architecture, size }) => `Package: room-panel
Version: ${version}
Architecture: ${architecture}
Maintainer: Room Panel <room-panel@localhost>
Installed-Size: ${size}
Depends: ${[...libraries, ...kiosk].join(', ')}
Section: misc
Priority: optional
Description: panel for a meeting room's door
 Shows on a tablet whether the room is free, lets people check in, and ends
 meetings early, through Feishu or Lark. Makes the machine a kiosk: on its first
 console it shows the panel and nothing else.
`

/** @param {string} arch Node's name of it */
export const debianArchitecture = (arch) => {
  if (arch === 'x64') return 'amd64'
  if (arch === 'arm64') return 'arm64'
  throw new Error(`There is no package for ${arch}`)
}

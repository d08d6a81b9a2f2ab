import { readdirSync } from 'node:fs'
import { inProject } from './project.mjs'

const locales = readdirSync(inProject('shared', 'languages'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'room-panel',
  productName: 'Room Panel',
  directories: { output: 'dist' },

  // keytar is compiled against Node-API, so set-up's build works with every Electron.
  npmRebuild: false,
  asar: true,
  asarUnpack: ['node_modules/keytar/build/Release/keytar.node'],
  files: [
    'out/{main,preload,renderer}/**',
    '!**/*.map',
    '!node_modules/**',
    'node_modules/keytar/{package.json,LICENSE.md,lib/keytar.js,build/Release/keytar.node}',
  ],

  // Relative to build/, electron-builder's folder for such things.
  icon: 'icon/icon.png',
  // Chromium's own few texts, which most languages have without a country. The panel brings its own texts.
  electronLanguages: locales.flatMap((locale) => [locale, locale.replace(/-.*/, '')]),

  // On Linux the main package is the .deb of `npm run deb`, which also makes the kiosk and needs no download.
  linux: {
    target: [{ target: 'AppImage', arch: ['x64', 'arm64'] }],
    executableName: 'room-panel',
    category: 'Office',
  },
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowElevation: true,
    allowToChangeInstallationDirectory: false,
    include: 'build/windows/installer.nsh',
  },

  // Disables the ways by which a stranger at the door could start the program differently, or replace it. See
  // Electron's "Fuses" page.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // Pages come from the program's own scheme, never from a file.
    grantFileProtocolExtraPrivileges: false,
  },
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'room-panel',
  productName: 'Room Panel',
  directories: { output: 'dist' },

  // keytar is compiled against Node-API, so the build that set-up made serves every Electron.
  npmRebuild: false,
  asar: true,
  asarUnpack: ['node_modules/keytar/build/Release/keytar.node'],
  files: [
    'out/{main,preload,renderer}/**',
    '!**/*.map',
    '!node_modules/**',
    'node_modules/keytar/{package.json,LICENSE.md,lib/keytar.js,build/Release/keytar.node}',
  ],

  linux: { target: ['dir'], executableName: 'room-panel', category: 'Office' },

  // What a stranger at the door could start the program with, or put in its place. See Electron's "Fuses" page.
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

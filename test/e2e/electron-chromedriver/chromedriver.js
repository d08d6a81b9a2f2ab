#!/usr/bin/env node
// Spectron starts its driver through the package `electron-chromedriver`, which downloads one when it is installed.
// This one starts the system's ChromeDriver; it is newer than the Chromium inside Electron, hence the flag.
const { spawn } = require('node:child_process')

const driver = process.env.CHROMEDRIVER_PATH ?? '/usr/bin/chromedriver'
const child = spawn(driver, ['--disable-build-check', ...process.argv.slice(2)], { stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))

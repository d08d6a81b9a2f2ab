#!/usr/bin/env node
// Spectron starts its driver through the package `electron-chromedriver`, which downloads one when it is installed.
// This one starts the system's, as CHROMEDRIVER_COMMAND says: a command line, as a JSON array.
const { spawn } = require('node:child_process')

const [command, ...args] = JSON.parse(process.env.CHROMEDRIVER_COMMAND)
const child = spawn(command, [...args, ...process.argv.slice(2)], { stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../build/project.mjs'

/** Everything that ends up on a tablet, and what packs it. */
const product = [
  ...['engine', 'main', 'hub', 'shared', 'simulator', 'renderer', 'console', 'build/debian'].flatMap(
    (folder) =>
      readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
  ),
  inProject('build', 'electron-builder.mjs'),
  inProject('package.json'),
].map((file) => ({ file, text: readFileSync(file, 'utf8') }))

test.each([
  ['Chromium’s sandbox off', /--no-sandbox|disable-setuid-sandbox|no-zygote/],
  ['TLS errors accepted', /certificate-error|setCertificateVerifyProc|ignore-certificate|rejectUnauthorized/],
  ['the same-origin policy off', /webSecurity|disable-web-security|allowRunningInsecureContent/],
  ['features that are not ready', /experimentalFeatures|enableBlinkFeatures/],
  ['a page in the page', /webviewTag|<webview|<iframe/],
  ['something opened outside', /\bshell\.open|openExternal|openPath/],
  [
    'the page with Node',
    /nodeIntegration: true|nodeIntegrationInWorker|contextIsolation: false|sandbox: false/,
  ],
  ['the page with main’s objects', /@electron\/remote|enableRemoteModule/],
  ['text taken for HTML', /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/],
  ['text taken for a program', /\beval\(|new Function\(/],
  ['an open port for debugging', /remote-debugging|inspect-brk/],
  ['a line for a terminal that may obey it', /\bstd(out|err)\.write\(/],
])('nowhere in the product is %s', (_what, words) => {
  expect(product.filter(({ text }) => words.test(text)).map(({ file }) => file)).toEqual([])
})

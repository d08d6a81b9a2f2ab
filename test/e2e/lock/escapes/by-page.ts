import type { Attempt } from './attempt.ts'

const running = (name: string, body: string): Attempt => ({ name, by: ({ script }) => script(body) })
const onClick = (name: string, body: string): Attempt => ({ name, by: (hand) => hand.scriptOnClick(body) })
const leaving = (name: string, url: string): Attempt =>
  running(name, `location.href = ${JSON.stringify(url)}`)

/** An element of this kind comes upon the page, with these properties. */
const element = (kind: string, properties: object): string => `
  const element = Object.assign(document.createElement('${kind}'), ${JSON.stringify(properties)})
  document.body.append(element)
  element.click()
  requestAnimationFrame(() => element.remove())`

/** The abilities of a page in a browser, if an intruder made ours use them. */
export const byPage: readonly Attempt[] = [
  leaving('Go to another site', 'https://example.com/'),
  leaving('Go to a file', 'file:///etc/passwd'),
  leaving('Go to Chromium’s own pages', 'chrome://gpu/'),
  leaving('Go to the source of the page', 'view-source:app://panel/'),
  leaving('Go to text that is a page', 'data:text/html,<h1>out</h1>'),
  leaving('Go to an empty page', 'about:blank'),
  running(
    'Go to a page made up',
    `location.href = URL.createObjectURL(new Blob(['out'], { type: 'text/html' }))`,
  ),
  leaving('Go to another program', 'mailto:somebody@example.com'),
  leaving('Go to a script', 'javascript:document.body.remove()'),
  leaving('Go to another file of the page', 'app://panel/brand/logo'),
  running('Reload by script', 'location.reload()'),
  running('Back by script', 'history.pushState(null, "", "/"); history.go(-2); history.back()'),
  onClick('A link', element('a', { href: 'https://example.com/' })),
  onClick('A link into a new window', element('a', { href: 'https://example.com/', target: '_blank' })),
  onClick('A download', element('a', { href: '/', download: 'page.html' })),
  onClick('A window', 'open("https://example.com/", "", "width=300,height=300")'),
  running('A page in the page', element('iframe', { src: 'https://example.com/' })),
  running('A webview', element('webview', { src: 'https://example.com/' })),
  running('A plug-in', element('embed', { src: 'https://example.com/', type: 'application/pdf' })),
  running('A refresh', element('meta', { httpEquiv: 'refresh', content: '0; url=https://example.com/' })),
  running(
    'A form',
    `const form = Object.assign(document.createElement('form'), { action: 'https://example.com/' })
    document.body.append(form)
    form.submit()
    form.remove()`,
  ),
  onClick('A dialog', 'alert("out"); confirm("out"); prompt("out")'),
  onClick('Print by script', 'print()'),
  running('Close by script', 'close()'),
  running('Move by script', 'moveTo(100, 100); moveBy(100, 100)'),
  running('Resize by script', 'resizeTo(400, 300); resizeBy(-300, -300)'),
  onClick(
    'Full screen and back by script',
    `
    document.documentElement.requestFullscreen().then(() => document.exitFullscreen()).catch(() => {})`,
  ),
  running('Write another page', 'document.write("<h1>out</h1>")'),
  // In a task of its own: what the driver runs may do so.
  running(
    'Make text a script',
    'return new Promise((done, failed) => setTimeout(() => { try { done(eval("1")) } catch { failed() } }))',
  ),
  running('Make text markup', 'document.body.insertAdjacentHTML("beforeend", "<h1>out</h1>"); return "done"'),
  running(
    'A service worker',
    'return navigator.serviceWorker.register("/worker.js").then(() => "registered")',
  ),
  running('Reach the network', 'return fetch("https://example.com/").then(() => "reached")'),
  onClick('Catch the mouse', 'document.body.requestPointerLock()?.catch(() => {})'),
  running(
    'Notifications',
    'return Notification.requestPermission().then((word) => word === "denied" ? undefined : word)',
  ),
  running('Read the clipboard', 'return navigator.clipboard.readText().then(() => "read")'),
  running('Write the clipboard', 'return navigator.clipboard.writeText("out").then(() => "written")'),
  running('Record the screen', 'return navigator.mediaDevices.getDisplayMedia().then(() => "recorded")'),
  running('Reach Node', 'return globalThis.require ?? globalThis.process ?? globalThis.electron'),
  running(
    'Leave without the PIN',
    'return panel.request("leaveKiosk", undefined).then((word) => (word === "noSession" ? undefined : word))',
  ),
  running('Ask to stay', 'addEventListener("beforeunload", (event) => event.preventDefault())'),
]

import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { extname, join } from 'node:path'
import { inProject } from '../../../build/project.mjs'

/** A page for the browser that people would use without us. */
export interface ServedPage {
  readonly url: string
  readonly close: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/**
 * The panel's own built page with a bridge that leads nowhere: it got one snapshot, the same as the panel
 * beside it, and its requests are not answered.
 */
export const servePanelPage = (snapshot: unknown): Promise<ServedPage> =>
  serve(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url
    const type = types[extname(path)]
    if (type === undefined) {
      response.writeHead(404).end()
      return
    }
    const body = readFileSync(join(inProject('out', 'renderer'), path))
    response.writeHead(200, { 'Content-Type': type })
    response.end(
      path === '/index.html' ? body.toString().replace('<head>', `<head>${bridgeTo(snapshot)}`) : body,
    )
  })

const bridgeTo = (snapshot: unknown): string => `<script>window.panel = {
  request: async (name) => (name === 'current' ? ${JSON.stringify(snapshot)} : undefined),
  onSnapshot: () => () => undefined,
}</script>`

/** What a web page does instead: asks every 15 s, and draws what it got. */
export const servePollingPage = (): Promise<ServedPage> =>
  serve(({ url }, response) => {
    if (url === '/schedule') {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ occupancy: 'free', bookings: [] }))
      return
    }
    response.writeHead(200, { 'Content-Type': types['.html'] })
    response.end(pollingPage)
  })

const pollingPage = `<!doctype html><title>Room</title><body><script>
const draw = async () => {
  const { occupancy } = await (await fetch('/schedule')).json()
  document.body.innerHTML = '<h1>' + occupancy + '</h1><p>' + new Date().toLocaleTimeString() + '</p>'
}
draw()
setInterval(draw, 15000)
</script>`

async function serve(answer: RequestListener): Promise<ServedPage> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

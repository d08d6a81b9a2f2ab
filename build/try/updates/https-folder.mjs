import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'

/** Serves a folder's files over HTTPS on a loopback port, and prints the port in one line. */
const [folder = '', certificate = '', key = '', port = '0'] = process.argv.slice(2)
const proof = { cert: readFileSync(certificate), key: readFileSync(key) }
const server = createServer(proof, ({ url = '/' }, answer) => {
  // apt writes the tilde of a version as %7e.
  const path = decodeURIComponent(new URL(url, 'https://localhost').pathname)
  const file = join(folder, path.replaceAll('..', ''))
  if (existsSync(file))
    createReadStream(file)
      .on('error', () => answer.destroy())
      .pipe(answer)
  else answer.writeHead(404).end()
})
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  console.log(`https://127.0.0.1:${address.port}`)
})

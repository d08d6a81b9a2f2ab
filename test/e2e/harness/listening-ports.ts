import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Of a line in `/proc/net/tcp`: https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt */
const listening = '0A'

/** The TCP ports on which these processes listen, IPv4 and IPv6. */
export function listeningPorts(pids: readonly number[]): readonly number[] {
  const ours = new Set(pids.flatMap(socketsOf))
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === listening && ours.has(`socket:[${inode}]`))
      .map(([, address = '']) => Number.parseInt(address.split(':')[1] ?? '', 16)),
  )
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`
  return orNothing(() => readdirSync(folder)).flatMap((descriptor) =>
    orNothing(() => [readlinkSync(`${folder}/${descriptor}`)]),
  )
}

function orNothing(read: () => readonly string[]): readonly string[] {
  try {
    return read()
  } catch {
    // Descriptors are closed while one reads about them, and those of a sandboxed process, which can open no socket,
    // are shown to root alone.
    return []
  }
}

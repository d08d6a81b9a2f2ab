import type { WayOut } from './ways-out.ts'

/** Two ends on the page, of which the first one has these servers, and is told of more places where the second one is. */
const peers = (servers: string, candidates: string): string => `
  const [one, other] = [new RTCPeerConnection({ iceServers: ${servers} }), new RTCPeerConnection()]
  one.onicecandidate = ({ candidate }) => candidate && other.addIceCandidate(candidate).catch(() => {})
  other.onicecandidate = ({ candidate }) => candidate && one.addIceCandidate(candidate).catch(() => {})
  one.createDataChannel('out')
  await one.setLocalDescription(await one.createOffer())
  await other.setRemoteDescription(one.localDescription)
  await other.setLocalDescription(await other.createAnswer())
  await one.setRemoteDescription(other.localDescription)
  for (const candidate of ${candidates})
    await one.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 }).catch(() => {})
  await new Promise((done) => {
    if (one.iceGatheringState === 'complete') done()
    one.onicegatheringstatechange = () => one.iceGatheringState === 'complete' && done()
  })
  // The checks of what was told go on after the gathering.
  await new Promise((done) => setTimeout(done, 1000))
  one.close()
  other.close()`

const server = (name: string, url: string): WayOut => [
  name,
  peers(`[{ urls: ${url}, username: 'out', credential: 'out' }]`, '[]'),
]

const candidate = (protocol: string, place: string, more = ''): string =>
  `['candidate:1 1 ${protocol} 2122260223 ' + ${place} + ' 40000 typ host${more}']`

/** The page's script asks for a connection. */
export const byConnection: readonly WayOut[] = [
  ['fetch', "await fetch('https://' + host + '/')"],
  ['fetch of an address', "await fetch('http://' + address + '/', { mode: 'no-cors' })"],
  [
    'a fetch that outlives the page',
    "await fetch('https://' + host + '/', { mode: 'no-cors', keepalive: true })",
  ],
  ['fetchLater', "fetchLater('https://' + host + '/', { activateAfter: 0 })"],
  [
    'XMLHttpRequest',
    "const request = new XMLHttpRequest(); request.open('GET', 'https://' + host + '/'); request.send()",
  ],
  ['a beacon', "navigator.sendBeacon('https://' + host + '/', 'out')"],
  ['EventSource', "new EventSource('https://' + host + '/')"],
  ['WebSocket', "new WebSocket('wss://' + host + '/')"],
  ['WebSocket to an address', "new WebSocket('ws://' + address + '/')"],
  ['WebSocketStream', "await new WebSocketStream('wss://' + host + '/').opened"],
  ['WebTransport', "await new WebTransport('https://' + host + '/').ready"],
  ['WebTransport to an address', "await new WebTransport('https://' + address + ':4433/').ready"],
  ['TCPSocket', 'await new TCPSocket(address, 80).opened'],
  ['UDPSocket', 'await new UDPSocket({ remoteAddress: address, remotePort: 80 }).opened'],
  server('STUN', "'stun:' + host"),
  server('STUN at an address', "'stun:' + address"),
  server('TURN over UDP', "'turn:' + host + '?transport=udp'"),
  server('TURN over UDP at an address', "'turn:' + address + '?transport=udp'"),
  server('TURN over TCP', "'turn:' + host + '?transport=tcp'"),
  server('TURN over TCP at an address', "'turn:' + address + ':443?transport=tcp'"),
  server('TURN over TLS', "'turns:' + host + ':443?transport=tcp'"),
  ['a peer at an address', peers('[]', candidate('udp', 'address'))],
  ['a peer at an address, over TCP', peers('[]', candidate('tcp', 'address', ' tcptype passive'))],
  ['a peer by name', peers('[]', candidate('udp', 'host'))],
  [
    'a peer by a name of this network',
    peers('[]', candidate('udp', "'0b1c2d3e-0000-4000-8000-000000000000.local'")),
  ],
  ['import()', "await import('https://' + host + '/')"],
  ['a worker', "new Worker('https://' + host + '/')"],
  ['a shared worker', "new SharedWorker('https://' + host + '/')"],
  ['a service worker', "await navigator.serviceWorker.register('https://' + host + '/')"],
  ['a worklet', "await CSS.paintWorklet.addModule('https://' + host + '/')"],
  ['a letter', "await new FontFace('out', 'url(https://' + host + '/)').load()"],
  ['WebAssembly', "await WebAssembly.compileStreaming(fetch('https://' + host + '/'))"],
  ['a window', "open('https://' + host + '/')"],
  ['another page', "location.href = 'https://' + host + '/'"],
]

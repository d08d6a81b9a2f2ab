import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { inProject } from '../project.mjs'

/** @typedef {import('./container.mjs').Container} Container */

/**
 * A network that leads nowhere: a request that is let out waits for an answer. Its neighbours have addresses, or a request would be
 * refused where an earlier one has asked for them in vain.
 */
const network = `set -eu
ip link add out type veth peer name nowhere
ip address add 192.0.2.1/24 dev out
ip link set nowhere up
ip link set out up
for neighbour in 2 10 53; do
  ip neighbour add 192.0.2.$neighbour lladdr 02:00:00:00:00:01 dev out nud permanent
done
ip route add default via 192.0.2.2`

const wayTo = (/** @type {string} */ place) =>
  `setpriv --reuid=room-panel --regid=room-panel --clear-groups timeout 1 bash -c 'echo out >/dev/${place}'`

/** The exit status of `timeout` for a request that waits for an answer. UDP waits for none. */
const places = /** @type {const} */ ([
  ['tcp/192.0.2.10/3128', 124],
  ['udp/192.0.2.53/53', 0],
  ['tcp/192.0.2.53/53', 124],
  ['tcp/203.0.113.1/443', 1],
  ['tcp/192.0.2.10/22', 1],
  ['udp/203.0.113.1/3478', 1],
  ['udp/192.0.2.10/3128', 1],
])

/**
 * Loads the rules of docs/egress.md unchanged, and tries the ways out as the panel's user.
 *
 * @param {Container} container
 */
export const closeEgress = async (container) => {
  const [, rules = ''] =
    /```nft\n([^]*?)```/.exec(await readFile(inProject('docs', 'egress.md'), 'utf8')) ?? []
  await container.answer('sh', '-c', network)
  const ends = async () => {
    const statuses = []
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const [place] of places) statuses.push((await container.tryOut(['sh', '-c', wayTo(place)])).status)
    return statuses
  }
  const before = await ends()
  assert.ok(!before.includes(1), `Without the rules: ${before.join(' ')}`)
  const loaded = await container.tryOut(['nft', '-f', '-'], rules)
  assert.equal(loaded.status, 0, loaded.output)
  assert.deepEqual(
    await ends(),
    places.map(([, status]) => status),
  )
  await container.answer('nft', 'delete', 'table', 'inet', 'room_panel')
  await container.answer('ip', 'link', 'delete', 'out')
  return 'proxy and name server are let out, and nothing else'
}

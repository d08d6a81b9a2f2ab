import type { Http } from '../../engine/ports.ts'
import type { World } from '../../simulator/world.ts'

/** A simulated Feishu that answers at once, over no network. */
export const httpOf =
  (world: World): Http =>
  async (request) => {
    const outcome = world.answer(request)
    if (outcome.kind !== 'answer') throw new Error(`The connection broke: ${outcome.kind}`)
    const { status, headers, body } = outcome.answer
    return { status, header: (name) => headers[name], text: body }
  }

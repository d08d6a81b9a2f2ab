import type { Http, HttpRequest } from '../../../engine/ports.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { Company } from '../../support/hub/a-company.ts'
import { type Cut, storeBehind } from '../../support/memory/hub/store-behind.ts'
import { httpOf } from '../../support/world-http.ts'
import type { Chance } from './chance.ts'
import type { Broken } from './world.ts'

export interface MortalHubsParts {
  readonly company: Company
  readonly chance: Chance
  /** How likely a hub dies in the moment of this request, from 0 to 1. In half of those moments Feishu has the request. */
  readonly risk: (request: HttpRequest) => number
  /** Feishu as the hubs reach it, until they are healed. */
  readonly http?: Http
}

/** Some hubs of one company, of which one leads. */
export interface MortalHubs {
  /** Starts one more. */
  readonly start: () => Promise<void>
  /** One of them dies without a word, and another one starts. */
  readonly replace: () => Promise<void>
  /** For some seconds one of them does not reach the store, or is not reached by its answers. */
  readonly cutOff: () => void
  /** From now on they do not die, and reach everything. One more starts. */
  readonly heal: () => Promise<void>
  /** Requests that changed something at Feishu, and came from a hub without the lease. */
  readonly trespasses: Broken[]
}

const isChange = ({ method, url }: HttpRequest): boolean =>
  url.includes('/instance/reply') || (method !== 'GET' && /\/calendar\/v4\/.*\/events/.test(url))

export function mortalHubs({ company, chance, risk, http }: MortalHubsParts): MortalHubs {
  const { world, clock, store } = company
  const lives = new Map<string, () => void>()
  const cuts = new Map<string, Cut>()
  const dead = new Set<string>()
  const trespasses: Broken[] = []
  let made = 0
  let isHealed = false

  const die = (name: string): void => {
    dead.add(name)
    lives.get(name)?.()
    lives.delete(name)
  }
  const watch = (name: string, request: HttpRequest): void => {
    const { holder, expiresAt } = store.state.lease
    if (isChange(request) && (holder !== name || expiresAt <= clock.now()))
      trespasses.push({ law: 'H8 only who leads writes', what: `${name} sent ${request.url}` })
  }
  const mortal =
    (name: string): Http =>
    async (request) => {
      if (dead.has(name)) return new Promise(() => undefined)
      watch(name, request)
      if (isHealed) return httpOf(world)(request)
      if (!chance.isLikely(risk(request))) return (http ?? httpOf(world))(request)
      if (chance.isLikely(0.5)) await httpOf(world)(request)
      die(name)
      return new Promise(() => undefined)
    }
  const cutOf = (name: string): Cut => {
    if (dead.has(name)) return 'before'
    return isHealed ? undefined : cuts.get(name)
  }
  const start = async (): Promise<void> => {
    const name = `hub-${(made += 1)}`
    const reached = storeBehind(store, () => cutOf(name))
    const { die: end } = await company.hub(name, mortal(name), undefined, reached)
    lives.set(name, end)
  }
  return {
    start,
    replace: async () => {
      const name = chance.pick([...lives.keys()])
      if (name !== undefined) die(name)
      await start()
    },
    cutOff: () => {
      const name = chance.pick([...lives.keys()])
      if (name === undefined) return
      cuts.set(name, chance.isLikely(0.5) ? 'before' : 'after')
      clock.after(seconds(1) + chance.within(seconds(25)), () => cuts.delete(name))
    },
    heal: async () => {
      isHealed = true
      await start()
    },
    trespasses,
  }
}

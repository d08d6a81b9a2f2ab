import { type Cache, Client, defaultHttpInstance, LoggerLevel } from '@larksuiteoapi/node-sdk'

// It has no time limit of its own, and would ask a proxy for this very machine.
Object.assign(defaultHttpInstance.defaults, { timeout: 2000, proxy: false })

export const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} }

/**
 * Each client has its own, because the SDK's default one is shared by the whole process, even for different
 * origins.
 */
export const ownCache = (): Cache => {
  const values = new Map<string | symbol | object, unknown>()
  return {
    get: (key) => Promise.resolve(values.get(key.toString())),
    set: (key, value) => {
      values.set(key.toString(), value)
      return Promise.resolve(true)
    },
  }
}

/** Feishu's own client, for an app at this origin. */
export const officialClient = (origin: string, appId: string, appSecret: string): Client =>
  new Client({
    appId,
    appSecret,
    domain: origin,
    cache: ownCache(),
    // Its log would print the secret and the token of a call that fails.
    logger: silent,
    loggerLevel: LoggerLevel.fatal,
  })

/** It has no method for this call, only `request`. */
export const freebusyOf = (
  roomIds: readonly string[],
  window: { readonly time_min: string; readonly time_max: string },
) => ({
  method: 'GET',
  url: '/open-apis/meeting_room/freebusy/batch_get',
  params: { room_ids: roomIds, ...window },
  // The platform wants the key repeated; the SDK's own way is `room_ids[]`.
  paramsSerializer: { indexes: null },
})

export const titlesOf = (pairs: readonly { readonly uid: string; readonly original_time: number }[]) => ({
  method: 'POST',
  url: '/open-apis/meeting_room/summary/batch_get',
  data: { EventUids: pairs },
})

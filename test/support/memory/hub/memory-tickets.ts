import type { KeptTicket, KeptTickets } from '../../../../hub/store/tickets.ts'
import type { Answering } from './answering.ts'

export function createMemoryTickets({ any }: Answering): KeptTickets {
  const kept = new Map<string, KeptTicket>()
  return {
    keep: (appId, ticket) =>
      any(() => {
        if ((kept.get(appId)?.at ?? -Infinity) <= ticket.at) kept.set(appId, ticket)
      }),
    newest: (appId) => any(() => kept.get(appId)),
  }
}

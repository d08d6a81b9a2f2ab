/** "app_ticket event" in the platform's documentation; the newer form is that of "event structure". */
export const ticketEvent = (
  schema: '1.0' | '2.0',
  { id, appId, ticket, token, now }: TicketFacts,
): Readonly<Record<string, unknown>> => {
  const event = { app_id: appId, app_ticket: ticket, type: 'app_ticket' }
  if (schema === '1.0') return { ts: (now / 1000).toFixed(6), uuid: id, token, type: 'event_callback', event }
  return {
    schema,
    header: {
      event_id: id,
      event_type: 'app_ticket',
      create_time: String(Math.floor(now)),
      token,
      app_id: appId,
    },
    event,
  }
}

interface TicketFacts {
  readonly id: string
  readonly appId: string
  readonly ticket: string
  readonly token: string
  /** Epoch ms. */
  readonly now: number
}

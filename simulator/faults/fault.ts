/**
 * A fault between the caller and the platform. With `carriedOut` the platform carried the call out before the
 * answer was lost; otherwise it never received it.
 */
export type WireFault =
  | { readonly kind: 'reset'; readonly carriedOut: boolean }
  | { readonly kind: 'silence'; readonly carriedOut: boolean }
  | { readonly kind: 'page'; readonly status: number; readonly body: string; readonly carriedOut: boolean }
  | { readonly kind: 'cut'; readonly carriedOut: true }

/** A fault of the platform itself, after the caller was authorised. */
export type PlatformFault =
  | { readonly kind: 'refusal'; readonly code: number; readonly msg: string; readonly status: number }
  | { readonly kind: 'tooManyCalls'; readonly status: 429 | 400; readonly resetSeconds: number }
  | { readonly kind: 'pretence' }
  | { readonly kind: 'unreadableRoom'; readonly roomId: string }

export interface Delay {
  readonly kind: 'delay'
  /** ms */
  readonly least: number
  readonly most: number
}

export type Fault = WireFault | PlatformFault | Delay

interface Afterwards {
  /** Whether the platform carried the call out before the fault. */
  readonly carriedOut?: boolean
}

/** The connection breaks before the call gets anywhere. */
export const connectionRefused = (): Fault => ({ kind: 'reset', carriedOut: false })
/** The call is carried out, the answer never arrives. */
export const answerLost = (): Fault => ({ kind: 'reset', carriedOut: true })
/** The call is carried out, half of the answer's body arrives. */
export const bodyCut = (): Fault => ({ kind: 'cut', carriedOut: true })
/** No answer ever comes. */
export const silence = ({ carriedOut = false }: Afterwards = {}): Fault => ({ kind: 'silence', carriedOut })
/** Status 200 and a body that is not JSON. */
export const garbage = ({ carriedOut = false }: Afterwards = {}): Fault => ({
  kind: 'page',
  status: 200,
  body: '{"code":0,"msg":"succ',
  carriedOut,
})
/** Status 200 and no body. */
export const emptyAnswer = ({ carriedOut = false }: Afterwards = {}): Fault => ({
  kind: 'page',
  status: 200,
  body: '',
  carriedOut,
})

/** The gateway's own HTML page. */
export const gatewayPage = (status: 502 | 503 | 504, { carriedOut = false }: Afterwards = {}): Fault => {
  const title = { 502: '502 Bad Gateway', 503: '503 Service Unavailable', 504: '504 Gateway Time-out' }[
    status
  ]
  const body = `<html>
<head><title>${title}</title></head>
<body><center><h1>${title}</h1></center><hr/>Powered by Tengine</body>
</html>
`
  return { kind: 'page', status, body, carriedOut }
}

/** The answer takes `least` ms; with `most` a random time between the two. */
export const slow = (least: number, most = least): Fault => ({ kind: 'delay', least, most })

/** The caller called too often. Some older calls answer that with status 400. */
export const tooManyCalls = ({
  status = 429,
  resetSeconds = 60,
}: { status?: 429 | 400; resetSeconds?: number } = {}): Fault => ({
  kind: 'tooManyCalls',
  status,
  resetSeconds,
})

/** The platform refuses with a code of its own, such as 105001 or 2200. */
export const refusal = (code: number, msg = 'internal error', status = 200): Fault => ({
  kind: 'refusal',
  code,
  msg,
  status,
})

/** A reply is answered with success, but not carried out. */
export const pretence = (): Fault => ({ kind: 'pretence' })

/** Freebusy lists the room in `error_room_ids`. */
export const unreadableRoom = (room: { readonly id: string }): Fault => ({
  kind: 'unreadableRoom',
  roomId: room.id,
})

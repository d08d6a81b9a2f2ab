/**
 * The types of the panel's uses of https://github.com/sidorares/node-x11, which has none. Its answers are
 * parsed.
 */
declare module 'x11' {
  /** Returns whether it handled the error. An unhandled one becomes an `error` event. */
  export type Take = (error: unknown, answer: unknown) => boolean

  export interface XClient {
    readonly on: (event: 'error' | 'end', run: (cause?: unknown) => void) => void
    readonly terminate: () => void
    readonly require: (extension: string, take: Take) => void
    readonly QueryTree: (window: number, take: Take) => void
    readonly GetWindowAttributes: (window: number, take: Take) => void
    readonly GetGeometry: (window: number, take: Take) => void
    readonly TranslateCoordinates: (from: number, to: number, x: number, y: number, take: Take) => void
    readonly InternAtom: (isOnlyIfThere: boolean, name: string, take: Take) => void
    readonly GetProperty: (
      remove: 0,
      window: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      take: Take,
    ) => void
  }

  export interface XDisplay {
    readonly client: XClient
    readonly screen: readonly { readonly root: number }[]
    /** The bits of an id that the client chose. */
    readonly resource_mask: number
  }

  export interface ClientOptions {
    readonly display: string
    readonly stream?: NodeJS.ReadWriteStream
    /** Undefined for a stream: the authorization then comes from the file in `XAUTHORITY`. */
    readonly auth?: undefined
    readonly disableBigRequests?: true
  }

  export function createClient(
    options: ClientOptions,
    ready: (error: unknown, display: XDisplay) => void,
  ): XClient

  export function parseDisplay(display: string): {
    readonly host: string
    readonly displayNum: string | number
  }
}

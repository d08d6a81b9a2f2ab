/** Identifies this tablet to IT in front of it. */
export interface TabletIdentity {
  /** The device's name in the network. */
  readonly name: string
  /** Six characters that distinguish tablets with similar names. It is not secret and gives no access. */
  readonly code: string
  /** Of the program that shows itself here. */
  readonly version?: string
}

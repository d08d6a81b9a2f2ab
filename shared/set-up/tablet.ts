/** Which of many tablets this is, for IT in front of it. */
export interface TabletIdentity {
  /** The device's name in the network. */
  readonly name: string
  /** Six characters that tell tablets apart whose names are alike. No secret, and a key to nothing. */
  readonly code: string
}

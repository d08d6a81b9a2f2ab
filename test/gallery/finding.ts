/** What is wrong with a picture, one line each. */
export interface Finding {
  readonly name: string
  readonly problems: readonly string[]
}

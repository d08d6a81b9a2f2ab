/** Said in place of the door's page when that can't be shown: `support.ts` of a language's folder. */
export interface SupportWords {
  readonly headline: string
  readonly advice: string
}

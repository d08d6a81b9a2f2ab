/** The support page's sentences, shown when the door's page can't be: `support.ts` of a language's folder. */
export interface SupportWords {
  readonly headline: string
  readonly advice: string
}

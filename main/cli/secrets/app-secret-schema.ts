import * as v from 'valibot'

/** What is wrong with a secret that was copied with more than itself: the calendar would only say that it is not the secret. */
export const blanks = 'has blanks or a line end before or after it'

/** An app's secret, as IT hands it over. */
export const appSecretSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((secret) => secret.trim() === secret || secret.trim() === '', blanks),
)

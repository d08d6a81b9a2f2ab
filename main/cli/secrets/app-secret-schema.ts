import * as v from 'valibot'

/**
 * The fault of a secret that was copied with surrounding blanks. The calendar would only report a wrong
 * secret.
 */
export const blanks = 'has blanks or a line end before or after it'

/** An app's secret, as IT hands it over. */
export const appSecretSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((secret) => secret.trim() === secret || secret.trim() === '', blanks),
)

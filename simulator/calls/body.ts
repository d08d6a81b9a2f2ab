import * as v from 'valibot'

/** The body parsed by this schema; undefined if it does not match. */
export const parseJson = <T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  return parsed.success ? parsed.output : undefined
}

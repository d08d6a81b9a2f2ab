import * as v from 'valibot'

/** The body as this schema has it, or undefined if it is something else. */
export const parseJson = <T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  return parsed.success ? parsed.output : undefined
}

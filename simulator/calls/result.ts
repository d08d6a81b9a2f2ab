import type { CallResult } from './call.ts'

export const success = (fields: Readonly<Record<string, unknown>> = {}, msg = 'success'): CallResult => ({
  status: 200,
  code: 0,
  text: JSON.stringify({ code: 0, msg, ...fields }),
})

export const refused = (
  status: number,
  code: number,
  msg: string,
  fields: Readonly<Record<string, unknown>> = {},
): CallResult => ({ status, code, text: JSON.stringify({ code, msg, ...fields }) })

/**
 * The second net under the rule that no secret is among the facts of a log line: makes plain data of anything, with
 * what looks like a secret blacked out, by its key or by its shape.
 */
export function redacted(value: unknown): unknown {
  return plain(value, [])
}

const blackedOut = '[redacted]'
const deepest = 8

const secretKey = /secret|token|password|authorization|cookie|^(admin)?pin$/i
/** `Authorization` values, Feishu's tokens (`t-`, `a-`, `u-`), and JSON web tokens. */
const secretShapes = [/\bBearer\s+\S+/gi, /\b[tau]-[\w.-]{16,}/g, /\beyJ[\w-]{8,}(\.[\w-]+)*/g]

function plain(value: unknown, within: readonly object[]): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (within.includes(value) || within.length >= deepest) return '[…]'
  const path = [...within, value]
  if (value instanceof Error) return plainError(value, path)
  if (value instanceof Date) return value.toJSON()
  if (Array.isArray(value)) return value.map((item) => plain(item, path))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, secretKey.test(key) ? blackedOut : plain(item, path)]),
  )
}

function plainError(error: Error, path: readonly object[]): Record<string, unknown> {
  return {
    name: error.name,
    message: withoutSecrets(error.message),
    ...('code' in error && { code: plain(error.code, path) }),
    ...(error.cause !== undefined && { cause: plain(error.cause, path) }),
    ...(error instanceof AggregateError && { errors: plain(error.errors, path) }),
  }
}

const withoutSecrets = (text: string): string =>
  secretShapes.reduce((cleaned, shape) => cleaned.replace(shape, blackedOut), text)

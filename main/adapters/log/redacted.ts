/**
 * A second safeguard behind the rule that a log line's facts hold no secret. Turns any value into plain data,
 * and blacks out everything that looks like a secret, by its key or by its shape. Texts that are too long are
 * cut, with a mark.
 */
export function redacted(value: unknown): unknown {
  const plainValue = plain(value, { within: [], budget: { left: mostValues } })
  const text = JSON.stringify(plainValue) ?? ''
  return text.length > longestFacts ? { cut: `${text.slice(0, longestText)}…` } : plainValue
}

const blackedOut = '[redacted]'
const leftOut = '[…]'
const deepest = 8

/**
 * The limits of one text and of all facts as JSON, in UTF-16 units; of the items of one list or object; and
 * of all values together.
 */
const longestText = 1000
const longestFacts = 4000
const mostItems = 50
const mostValues = 500

const secretKey = /secret|token|password|authorization|cookie|^(admin)?pin$/i
/** `Authorization` values, Feishu's tokens (`t-`, `a-`, `u-`), and JSON web tokens. */
const secretShapes = [/\bBearer\s+\S+/gi, /\b[tau]-[\w.-]{16,}/g, /\beyJ[\w-]{8,}(\.[\w-]+)*/g]

interface Place {
  /** The objects that contain this value. */
  readonly within: readonly object[]
  /** The number of values that may still be written. */
  readonly budget: { left: number }
}

function plain(value: unknown, { within, budget }: Place): unknown {
  budget.left -= 1
  if (budget.left < 0) return leftOut
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (within.includes(value) || within.length >= deepest) return leftOut
  const place = { within: [...within, value], budget }
  if (value instanceof Error) return plainError(value, place)
  if (value instanceof Date) return value.toJSON()
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => plain(item, place))
  const entries = Object.entries(value).slice(0, mostItems)
  return Object.fromEntries(
    entries.map(([key, item]) => [cut(key), secretKey.test(key) ? blackedOut : plain(item, place)]),
  )
}

function plainError(error: Error, place: Place): Record<string, unknown> {
  return {
    name: error.name,
    message: withoutSecrets(error.message),
    ...('code' in error && { code: plain(error.code, place) }),
    ...(error.cause !== undefined && { cause: plain(error.cause, place) }),
    ...(error instanceof AggregateError && { errors: plain(error.errors, place) }),
  }
}

const withoutSecrets = (text: string): string =>
  secretShapes.reduce((cleaned, shape) => cleaned.replace(shape, blackedOut), cut(text))

/** Cuts between two words, because half a token no longer looks like a secret. */
const cut = (text: string): string =>
  text.length > longestText
    ? `${text.slice(0, longestText).replace(/\S*$/, '')}… (${text.length} characters)`
    : text

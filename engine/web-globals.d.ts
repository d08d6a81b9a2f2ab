/**
 * The platform's globals that the engine uses: values without a way to the outside, which browsers and Node
 * both have. The engine is compiled without the types of either, so code with a timer, a request or a file
 * does not compile.
 */
declare class URL {
  constructor(url: string)
  readonly pathname: string
}

declare class URLSearchParams {
  constructor(init: readonly (readonly [string, string])[] | Readonly<Record<string, string>>)
  append(name: string, value: string): void
  toString(): string
}

declare class DOMException extends Error {
  constructor(message: string, name: string)
}

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface RotatingFile {
  /** Appends the text before it returns. Throws if the disk refuses it. */
  readonly append: (text: string) => void
}

export interface RotatingFileOptions {
  /** Whether `append` waits until the text is on the disk itself, not only handed to the system. */
  readonly flush?: boolean
}

/**
 * A file that is renamed to `path.1` when it would grow beyond `bytes`. The earlier `path.1` becomes `path.2`
 * and so on; at most `files` of them are kept. Written synchronously, not by a stream, because the last line
 * before the program ends is the important one.
 */
export function createRotatingFile(
  path: string,
  bytes: number,
  files: number,
  { flush = false }: RotatingFileOptions = {},
): RotatingFile {
  return {
    append(text) {
      const size = sizeOf(path)
      if (size > 0 && size + Buffer.byteLength(text) > bytes) rotate(path, files)
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, text, { mode: 0o600, flush })
    },
  }
}

function rotate(path: string, files: number): void {
  const nameOf = (age: number): string => (age === 0 ? path : `${path}.${age}`)
  for (let age = files - 1; age > 0; age--) {
    if (sizeOf(nameOf(age - 1)) > 0) renameSync(nameOf(age - 1), nameOf(age))
  }
}

/** A file's size in bytes; 0 if it is missing. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface RotatingFile {
  /** Puts the text at the end of the file before it returns. Throws if the disk doesn't take it. */
  readonly append: (text: string) => void
}

export interface RotatingFileOptions {
  /** Whether each text is on the disk itself before `append` returns, and not only handed to the system. */
  readonly flush?: boolean
}

/**
 * A file that is put aside as `path.1` when it would grow beyond `bytes`; what was there becomes `path.2` and so on, and
 * no more than `files` of them are kept. Written at once and not by a stream: the last line before the program ends is
 * the one that matters.
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

/** 0 for a file that isn't there. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

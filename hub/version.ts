import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** Beside the folder of the program's entry point, in a clone as in the package. */
const file = join(import.meta.dirname, '..', 'package.json')

const named = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }))

/** The program's version. */
export const hubVersion = async (): Promise<string> => v.parse(named, await readFile(file, 'utf8')).version

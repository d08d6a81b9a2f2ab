import { readdir, writeFile } from 'node:fs/promises'
import { inProject } from './project.mjs'

/** Writes the list of the panel's languages: one for each folder beside it. */
const folder = inProject('shared', 'languages')
const entries = await readdir(folder, { withFileTypes: true })
const locales = entries.flatMap((entry) => (entry.isDirectory() ? [`'${entry.name}'`] : [])).toSorted()

await writeFile(
  `${folder}/locales.ts`,
  `// Written by \`npm run languages\`, from the folders beside it.
/** The languages that the panel speaks. */
export const locales = [${locales.join(', ')}] as const

export type Locale = (typeof locales)[number]
`,
)

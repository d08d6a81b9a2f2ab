import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A token has this shape: https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal */
export const token = /\bt-[0-9a-z]{34}/

/** The files below a folder in which a text is found, as bytes or as the two bytes to each letter in which Chromium keeps some texts. */
export const filesHaving = (folder: string, isIn: (text: string) => boolean): readonly string[] =>
  filesIn(folder).filter((file) => readings(file).some(isIn))

const readings = (file: string): readonly string[] => [
  readFileSync(file, 'latin1'),
  readFileSync(file, 'utf16le'),
]

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

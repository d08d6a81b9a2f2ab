import type { Log } from '../../engine/ports.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { problemText } from '../cli/problem-text.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import type { HubStore } from '../store/hub-store.ts'
import { createPostgresStore } from '../store/postgres/postgres-store.ts'

/** The store of the configuration, ready to be asked; or a sentence that names the missing part. */
export async function openStore(
  { url, passwordFile }: HubConfiguration['database'],
  log: Log,
): Promise<Result<HubStore, string>> {
  const password = passwordFile === undefined ? ok(undefined) : await readSecretFile(passwordFile)
  if (!password.ok) return err(`${passwordFile} is ${password.error}`)
  const store = createPostgresStore(withPassword(url, password.value), log)
  const prepared = await store.prepare()
  if (prepared.ok) return ok(store)
  await store.close()
  return err(problemText(prepared.error))
}

/** A password in the place where it also goes with a URL without a host, which has no login. */
export function withPassword(url: string, password: string | undefined): string {
  if (password === undefined) return url
  const login = new URL(url)
  login.searchParams.set('password', password)
  return login.href
}

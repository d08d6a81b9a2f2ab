import { err, ok, type Result } from '../../shared/result.ts'
import type { CallbackKeys, CallbackParts } from '../callback/answer-event.ts'
import { serveEvents } from '../callback/serve-events.ts'
import type { HubConfiguration, StoreAppConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import type { Serving } from '../http-server.ts'

/** Serves the callback of a store app's events. */
export async function serveCallback(
  { feishu, appSecretFile }: HubConfiguration,
  parts: Pick<CallbackParts, 'tickets' | 'clock' | 'log'>,
  port: number,
): Promise<Result<Serving, unknown>> {
  const { appId, storeApp } = feishu
  if (storeApp === undefined) return err('The app is no store app')
  return serveEvents({ ...parts, appId, readKeys: () => readKeys(storeApp, appSecretFile) }, port)
}

async function readKeys(
  { encryptKeyFile, verificationTokenFile }: StoreAppConfiguration,
  appSecretFile: string,
): Promise<Result<CallbackKeys, string>> {
  const [encryptKey, verificationToken, appSecret] = await Promise.all([
    readNamed(encryptKeyFile),
    readNamed(verificationTokenFile),
    readNamed(appSecretFile),
  ])
  if (!encryptKey.ok) return encryptKey
  if (!verificationToken.ok) return verificationToken
  if (!appSecret.ok) return appSecret
  return ok({
    encryptKey: encryptKey.value,
    verificationToken: verificationToken.value,
    appSecret: appSecret.value,
  })
}

async function readNamed(file: string): Promise<Result<string, string>> {
  const secret = await readSecretFile(file)
  return secret.ok ? secret : err(`${file} is ${secret.error}`)
}

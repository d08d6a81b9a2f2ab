import * as v from 'valibot'
import { placeText, readJson } from '../../../shared/json.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { newPin, newPinRule } from '../new-pin.ts'
import { proxyLoginSchema } from './proxy-login-schema.ts'
import { appSecretSchema, blanks } from './app-secret-schema.ts'

const newSecretsSchema = v.pipe(
  v.strictObject({
    appSecret: v.exactOptional(appSecretSchema),
    adminPin: v.exactOptional(newPin),
    proxyLogin: v.exactOptional(proxyLoginSchema),
  }),
  v.check((secrets) => Object.keys(secrets).length > 0),
)

/** An app secret, a PIN, a proxy's login, or several of them, without the rest of an order. */
export type NewSecrets = v.InferOutput<typeof newSecretsSchema>

/**
 * The secrets from standard input, or a sentence about the fault. It never repeats a value, because that may
 * be a secret.
 */
export function parseNewSecrets(input: string): Result<NewSecrets, string> {
  const json = readJson(input)
  if (!json.ok) return err(`it is no JSON from ${placeText(json.error)} on`)
  const parsed = v.safeParse(newSecretsSchema, json.value)
  if (parsed.success) return ok(parsed.output)
  return err(
    parsed.issues.some(({ message }) => message === blanks)
      ? `appSecret ${blanks}`
      : `it must be {"appSecret": "…"}, {"adminPin": "…"}, {"proxyLogin": {"user": "…", "password": "…"}}, or several of them in one; ${newPinRule}`,
  )
}

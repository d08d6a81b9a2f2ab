import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'
import { err, ok, type Result } from '../../../shared/result.ts'

/** Where Debian keeps the authorities that the tablet trusts, those that IT has added among them (PEM). */
const systemFile = '/etc/ssl/certs/ca-certificates.crt'

/**
 * Reads the authorities that may vouch for a broker (PEM): the one in this file, or else those of the system. Node would
 * otherwise know only its own list, which has no authority of the company's.
 */
export const readAuthority =
  (caFile: string | undefined, system = systemFile): (() => Promise<Result<string, unknown>>) =>
  async () => {
    const text = await textOf(caFile ?? system)
    return text.ok || caFile !== undefined ? text : ok(rootCertificates.join('\n'))
  }

/** SHA-256 of the first certificate in a file, as `AB:CD:…`. */
export async function fingerprintIn(file: string): Promise<Result<string, unknown>> {
  const text = await textOf(file)
  if (!text.ok) return text
  try {
    return ok(new X509Certificate(text.value).fingerprint256)
  } catch (cause) {
    // OpenSSL says by an exception that there is no certificate in it.
    return err(cause)
  }
}

async function textOf(file: string): Promise<Result<string, unknown>> {
  try {
    return ok(await readFile(file, 'utf8'))
  } catch (cause) {
    return err(cause)
  }
}

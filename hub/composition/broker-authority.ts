import { X509Certificate } from 'node:crypto'
import type { BrokerClient } from '../../engine/broker.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readTextFile } from '../config/read-hub-configuration.ts'

type CaFile = Pick<HubConfiguration['broker'], 'caFile'>

/** The certificates of the authorities that vouch for the broker: read at each connection, so that a new file needs no new start. */
export const authorityFor = ({ caFile }: CaFile): Pick<BrokerClient, 'readAuthority'> =>
  caFile === undefined ? {} : { readAuthority: () => certificateIn(caFile) }

/** SHA-256 of that authority's certificate, by which a tablet knows it; undefined without one of the company's own. */
export async function fingerprintOf({ caFile }: CaFile): Promise<Result<string | undefined, string>> {
  if (caFile === undefined) return ok(undefined)
  const certificate = await certificateIn(caFile)
  return certificate.ok ? ok(fingerprintIn(certificate.value)) : certificate
}

async function certificateIn(file: string): Promise<Result<string, string>> {
  const text = await readTextFile(file)
  if (!text.ok) return err(`${file} is ${text.error}`)
  return fingerprintIn(text.value) === undefined ? err(`${file} holds no certificate`) : text
}

/** Of the first certificate in a text; undefined if there is none. */
function fingerprintIn(text: string): string | undefined {
  try {
    return new X509Certificate(text).fingerprint256
  } catch {
    // OpenSSL's error says no more than that.
    return undefined
  }
}

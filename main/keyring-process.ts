import { askKeytar } from './adapters/keyring/ask-keytar.ts'
import type { KeyringRequest } from './adapters/keyring/keyring-request.ts'

/**
 * The entry point of the process that makes one call to the keyring. Only the panel can send it a request,
 * and ends it.
 */
process.parentPort.once('message', ({ data }: { readonly data: KeyringRequest }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process is no window
  void askKeytar(data).then((answer) => process.parentPort.postMessage(answer))
})

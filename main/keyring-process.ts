import { askKeytar } from './adapters/keyring/ask-keytar.ts'
import type { KeyringRequest } from './adapters/keyring/keyring-request.ts'

/** Where the process that makes one call to the keyring begins. The panel alone can write to it, and ends it. */
process.parentPort.once('message', ({ data }: { readonly data: KeyringRequest }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process is no window
  void askKeytar(data).then((answer) => process.parentPort.postMessage(answer))
})

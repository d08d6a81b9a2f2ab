import { askKeytar } from '../../../../main/adapters/keyring/ask-keytar.ts'
import type { KeyringRequest } from '../../../../main/adapters/keyring/keyring-request.ts'

/** What `main/keyring-process.ts` is under Electron, as a child process of Node's. */
process.once('message', (request: KeyringRequest) => {
  void askKeytar(request).then((answer) => process.send?.(answer))
})

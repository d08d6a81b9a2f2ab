import type { PanelBridge, RequestAnswers, RequestInput, RequestName } from '../../shared/ipc/contract.ts'

/** Sends a request. Resolves to undefined if it failed, after calling `onFailure`. */
export type Ask = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<{ readonly answer: RequestAnswers[Name] } | undefined>

export function createAsk(bridge: PanelBridge, onFailure: () => void): Ask {
  return async (name, input) => {
    try {
      return { answer: await bridge.request(name, input) }
    } catch {
      // Only a refusal of the request or a fault of the program ends here, and the main process has logged either.
      onFailure()
      return undefined
    }
  }
}

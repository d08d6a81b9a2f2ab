/** Why the panel can't work yet. IT reads it at the door, so it says which value or which part is to be mended. */
export type SetUpProblem = SetUpFault & {
  /** An order lies in a file where the panel looks for one, and could not be carried out. */
  readonly order?: FailedOrder
}

type SetUpFault =
  /** There is no configuration in any of the places where one may lie. */
  | { readonly kind: 'configurationMissing'; readonly file: string }
  /** The file is there and can't be read, or is not JSON: then `place` says from where on. */
  | { readonly kind: 'configurationUnreadable'; readonly file: string; readonly place?: string }
  | { readonly kind: 'configurationInvalid'; readonly faults: readonly ConfigurationFault[] }
  /** The keyring works and holds no secret for this app. */
  | { readonly kind: 'secretMissing'; readonly appId: string }
  /** The secret of this app was provisioned for another host than the configuration names, and is not sent to this one. */
  | { readonly kind: 'secretOfOtherOrigin'; readonly origin: string }
  | { readonly kind: 'keyringLocked' }
  | { readonly kind: 'keyringUnavailable' }

/** Why a file that sets a panel up did not. Never what is in it: one of its values is the secret. */
export interface FailedOrder {
  readonly file: string
  /** What failed, by the name of its line: `input`, `file`, or as `provision` prints it. */
  readonly step: string
  /** Its code, or for `input` a sentence. */
  readonly fault: string
}

/** `stored`: the panel is set up by it now; `none`: there is no order. */
export type TakenOrder = 'stored' | 'none' | FailedOrder

export interface ConfigurationFault {
  /** Where in the file, as `room.id` or `officeHours.days.0`. */
  readonly path: string
  readonly rule: ConfigurationRule
  /** What is there, as JSON writes it; left out where it might be a secret that stands in the wrong place. */
  readonly value?: string
  /** For `range` the least and the most, for `choice` the choices, for `type` the type that it must have. */
  readonly wanted?: readonly string[]
}

/** What a value of the configuration breaks. */
export type ConfigurationRule =
  | 'required'
  | 'unknownKey'
  | 'type'
  | 'origin'
  | 'appId'
  | 'roomId'
  | 'range'
  | 'choice'
  | 'timeOfDay'
  | 'timeZone'
  /** No colour as `#rrggbb`. */
  | 'color'
  /** Neither black nor white is readable on it from afar. */
  | 'contrast'
  /** Somebody can't tell it from the colour of another state. */
  | 'alike'
  | 'imageFile'

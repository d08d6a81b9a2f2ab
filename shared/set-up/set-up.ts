/** Why the panel can't work yet. IT reads it at the door, so it names the value or the part to mend. */
export type SetUpProblem = SetUpFault & {
  /** The order file was found, and could not be carried out. */
  readonly order?: FailedOrder
}

type SetUpFault =
  /** None of the possible places has a configuration. */
  | { readonly kind: 'configurationMissing'; readonly file: string }
  /** The file exists, but can't be read or is not JSON. `place` is where it stops being JSON. */
  | { readonly kind: 'configurationUnreadable'; readonly file: string; readonly place?: string }
  | { readonly kind: 'configurationInvalid'; readonly faults: readonly ConfigurationFault[] }
  /** The keyring works, but holds no secret for this app. */
  | { readonly kind: 'secretMissing'; readonly appId: string }
  /** This app's secret was provisioned for another host than the configured one, and is not sent to it. */
  | { readonly kind: 'secretOfOtherOrigin'; readonly origin: string }
  /** The keyring works, but holds no password of this door's for this broker. */
  | { readonly kind: 'passwordMissing'; readonly door: string; readonly broker: string }
  | { readonly kind: 'keyringLocked' }
  /** The keyring gave no answer in time. A busy tablet's may at the next question. */
  | { readonly kind: 'keyringTimedOut' }
  | { readonly kind: 'keyringUnavailable' }

/** Why an order file did not set the panel up. Never holds the file's content, which includes the secret. */
export interface FailedOrder {
  readonly file: string
  /** The step that failed: `input`, `file`, or its name in `provision`'s output. */
  readonly step: string
  /** The step's error code, or for `input` a sentence. */
  readonly fault: string
}

/** `stored`: the order set the panel up; `none`: there is no order. */
export type TakenOrder = 'stored' | 'none' | FailedOrder

export interface ConfigurationFault<Rule extends string = ConfigurationRule> {
  /** Where in the file, as `room.id` or `officeHours.days.0`. */
  readonly path: string
  readonly rule: Rule
  /** The wrong value as JSON; undefined if it might be a secret in the wrong place. */
  readonly value?: string
  /** For `range` the least and the most, for `choice` the choices, for `type` the required type. */
  readonly wanted?: readonly string[]
}

/** The rule that a configured value breaks. */
export type ConfigurationRule =
  | 'required'
  | 'unknownKey'
  | 'type'
  | 'origin'
  /** A door has either `feishu` or `hub`. */
  | 'eitherHub'
  | 'brokerUrl'
  | 'doorId'
  /** Not the absolute path of a file. */
  | 'file'
  | 'appId'
  | 'roomId'
  | 'openId'
  | 'range'
  | 'choice'
  | 'timeOfDay'
  | 'timeZone'
  /** Not a colour as `#rrggbb`. */
  | 'color'
  /** Neither black nor white text is readable on it from afar. */
  | 'contrast'
  /** Some people can't tell it from the colour of another state. */
  | 'alike'
  | 'imageFile'

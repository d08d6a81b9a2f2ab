import type { ConfigurationFault, ConfigurationRule } from '../set-up/set-up.ts'

type Wanted = NonNullable<ConfigurationFault['wanted']>

/** What each rule demands, as the second half of a sentence. */
export type RuleTexts<Rule extends string> = Readonly<Record<Rule, (wanted: Wanted) => string>>

export const ruleTexts: RuleTexts<ConfigurationRule> = {
  required: () => 'is missing',
  unknownKey: () => 'is no key that it may have',
  type: ([type = '']) => `must be ${types[type] ?? 'of another type'}`,
  origin: () => 'must be https://open.feishu.cn or another https: origin, without a path',
  eitherHub: () => 'stands beside hub, and a door has only one of the two',
  brokerUrl: () => 'must be mqtts://HOST, or mqtt:// on this machine alone',
  doorId: () => 'must be a door’s id, as room-panel-hub doors lists it',
  file: () => 'must be the absolute path of a file',
  appId: () => 'must be an app id: cli_ and 16 hexadecimal digits',
  roomId: () => 'must be a room id: omm_ and 32 hexadecimal digits',
  openId: () => 'must be an employee’s open_id: ou_ and 32 hexadecimal digits',
  range: ([least, most]) => `must be a whole number from ${least} to ${most}`,
  choice: (choices) => `must be one of ${choices.join(', ')}`,
  timeOfDay: () => 'must be a time of day like 08:00',
  timeZone: () => 'must be a time zone like Asia/Shanghai',
  color: () => 'must be a colour like #1b50bd',
  contrast: () => 'is too pale for white letters and too dark for black ones: 7:1 is needed',
  alike: () =>
    'is, to colour-blind people, too much like the colour of another state: free, checkIn and inUse must differ',
  imageFile: () => 'must be a .png, .jpg, .webp or .svg file',
}

/** The names of types, by valibot's. */
const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
}

/** A sentence about a fault of the configuration. It quotes the value only if that can't be a secret. */
export const configurationFaultText = (fault: ConfigurationFault): string => faultTextBy(ruleTexts, fault)

/** The same for a configuration with rules of its own. */
export function faultTextBy<Rule extends string>(
  texts: RuleTexts<Rule>,
  { path, rule, value, wanted = [] }: ConfigurationFault<Rule>,
): string {
  const sentence = texts[rule](wanted)
  return value === undefined ? `${path} ${sentence}` : `${path} is ${value}, and ${sentence}`
}

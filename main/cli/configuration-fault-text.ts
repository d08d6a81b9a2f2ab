import type { ConfigurationFault, ConfigurationRule } from '../../shared/domain/set-up.ts'

const rules: Readonly<Record<ConfigurationRule, string>> = {
  required: 'is missing',
  unknownKey: 'is no key that it may have',
  type: 'is of another type than it must be',
  origin: 'must be https://open.feishu.cn or another https: origin, without a path',
  appId: 'must be an app id: cli_ and 16 hexadecimal digits',
  roomId: 'must be a room id: omm_ and 32 hexadecimal digits',
  range: 'is too small, too large, or not whole',
  choice: 'is none of the values that it may have',
  timeOfDay: 'must be a time of day like 08:00',
  timeZone: 'must be a time zone like Asia/Shanghai',
  color: 'must be a colour like #1b50bd',
  contrast: 'is too pale for white letters and too dark for black ones: 7:1 is needed',
  alike:
    'is, to colour-blind people, too much like the colour of another state: free, checkIn and inUse must differ',
  imageFile: 'must be a .png, .jpg, .webp or .svg file',
}

/** What is wrong with a value, without the value. */
export const configurationFaultText = ({ path, rule }: ConfigurationFault): string => `${path} ${rules[rule]}`

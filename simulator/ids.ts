const HEX = '0123456789abcdef'
const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'

/** Makes identifiers of the platform's shapes. The same `random` gives the same ones in the same order. */
export const createIds = (random: () => number) => {
  const some = (alphabet: string, length: number): string => {
    let text = ''
    for (let i = 0; i < length; i++) text += alphabet.charAt(Math.floor(random() * alphabet.length))
    return text
  }
  return {
    app: () => `cli_${some(HEX, 16)}`,
    secret: () => some(LOWER + LOWER.toUpperCase() + DIGITS, 32),
    token: () => `t-${some(LOWER + DIGITS, 34)}`,
    appToken: () => `a-${some(LOWER + DIGITS, 34)}`,
    ticket: () => some(HEX, 32),
    vector: () => some(HEX, 32),
    nonce: () => some(DIGITS, 10),
    push: () => some(HEX, 32),
    tenant: () => some(HEX, 16),
    person: () => `ou_${some(HEX, 32)}`,
    room: () => `omm_${some(HEX, 32)}`,
    calendar: () => `feishu.cn_${some(LOWER + LOWER.toUpperCase() + DIGITS, 20)}@group.calendar.feishu.cn`,
    acl: () => `user_${some(DIGITS, 19)}`,
    attendee: () => `resource_${some(DIGITS, 19)}`,
    level: () => `omb_${some(HEX, 32)}`,
    roomDisplay: () => `FM${some(DIGITS, 9)}`,
    event: () =>
      `${some(HEX, 8)}-${some(HEX, 4)}-4${some(HEX, 3)}-${some('89ab', 1)}${some(HEX, 3)}-${some(HEX, 12)}`,
  }
}

export type Ids = ReturnType<typeof createIds>

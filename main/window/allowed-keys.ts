import type { Input } from 'electron'

/** What somebody with a plugged-in keyboard needs to use the door. */
const allowed = /^(Tab|Enter| |Escape|Backspace|Arrow(Up|Down|Left|Right)|[0-9])$/

export type KeyInput = Pick<Input, 'key' | 'control' | 'alt' | 'meta' | 'shift'>

/**
 * Whether a key comes to the page. No other key does, and none with a modifier held but Shift+Tab: so whatever Chromium
 * does on a key, now or in a later version, it doesn't do here.
 */
export const isAllowedKey = ({ key, control, alt, meta, shift }: KeyInput): boolean =>
  allowed.test(key) && !control && !alt && !meta && (!shift || key === 'Tab')

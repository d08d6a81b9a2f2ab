import type { Input } from 'electron'

/** The keys that a person with a plugged-in keyboard needs to use the door. */
const allowed = /^(Tab|Enter| |Escape|Backspace|Arrow(Up|Down|Left|Right)|[0-9])$/

export type KeyInput = Pick<Input, 'key' | 'control' | 'alt' | 'meta' | 'shift'>

/**
 * Whether a key reaches the page. All other keys are blocked, and so is every key with a modifier except
 * Shift+Tab. This disables every keyboard shortcut of Chromium, in present and later versions.
 */
export const isAllowedKey = ({ key, control, alt, meta, shift }: KeyInput): boolean =>
  allowed.test(key) && !control && !alt && !meta && (!shift || key === 'Tab')

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'

/** @typedef {import('../container.mjs').Container} Container */

const action = 'com.example.everybody'

const everybodyMay = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE policyconfig PUBLIC "-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/PolicyKit/1/policyconfig.dtd">
<policyconfig><action id="${action}"><description>trial</description><message>trial</message>
<defaults><allow_any>yes</allow_any><allow_inactive>yes</allow_inactive><allow_active>yes</allow_active></defaults>
</action></policyconfig>
`

/**
 * Checks that polkit refuses the panel's user what it allows everybody else.
 *
 * @param {Container} container with polkitd
 */
export const refuseByPolkit = async (container) => {
  await writeFile(container.fileIn(`/usr/share/polkit-1/actions/${action}.policy`), everybodyMay)
  const may = async (/** @type {string} */ user, /** @type {string} */ group) => {
    const become = [`--reuid=${user}`, `--regid=${group}`, '--clear-groups']
    const ask = `exec pkcheck --action-id ${action} --process $$`
    return (await container.tryOut(['setpriv', ...become, 'sh', '-c', ask])).status
  }
  assert.equal(await may('nobody', 'nogroup'), 0)
  assert.equal(await may('room-panel', 'room-panel'), 1)
  return 'an action that everybody may do is refused to the panel’s user'
}

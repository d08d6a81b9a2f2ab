import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  doorRights,
  fromEveryDoor,
  fromTopic,
  isDoorId,
  pulseTopic,
  siteTopic,
  speakerIn,
  toTopic,
} from '../../../shared/line/topics.ts'

test('the topics are those that the broker’s rules name', () => {
  expect(toTopic('d1', 'room')).toBe('rp/1/door/d1/to/room')
  expect(fromTopic('d1', 'ask')).toBe('rp/1/door/d1/from/ask')
  expect(fromEveryDoor('ask')).toBe('rp/1/door/+/from/ask')
  expect(pulseTopic).toBe('rp/1/hub/pulse')
  expect(siteTopic('omm_1')).toBe('rp/1/site/omm_1/state')
  expect(doorRights('%u')).toEqual({
    read: ['rp/1/door/%u/to/#', 'rp/1/hub/pulse'],
    write: ['rp/1/door/%u/from/#'],
  })
})

const doorIds = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/)

test('the hub knows from the topic who speaks', () => {
  fc.assert(
    fc.property(
      doorIds,
      fc.constantFrom('presence', 'reported', 'event', 'ask', 'picture', 'told'),
      (door, what) => {
        expect(speakerIn(fromTopic(door, what))).toEqual({ door, what })
      },
    ),
  )
})

test.each([
  'rp/1/door/d1/to/room',
  'rp/2/door/d1/from/ask',
  'rp/1/door/d1/from/other',
  'rp/1/door/d1/from/ask/more',
  'rp/1/door//from/ask',
  'rp/1/door/D1/from/ask',
  'rp/1/hub/pulse',
])('nobody speaks in %s', (topic) => {
  expect(speakerIn(topic)).toBeUndefined()
})

test('no door’s id reaches beyond its own level of a topic', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isDoorId(text) && /[/+#%\s]/.test(text)).toBe(false)
    }),
  )
  expect(['', '-a', 'a/b', '+', '#', 'a b', 'A', 'a'.repeat(64)].filter(isDoorId)).toEqual([])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProject } from '../../../build/project.mjs'
import type { HubFacts } from '../../../hub/metrics/hub-facts.ts'
import { createHubRegistry } from '../../../hub/metrics/registry.ts'

const facts: HubFacts = {
  isLeading: true,
  epoch: 1,
  monthCalls: 1,
  monthCallsLimit: 2,
  rooms: 1,
  oldestReadingAge: 1,
  isBrokerConnected: true,
  isDatabaseUp: true,
  doors: 1,
  silentDoors: 0,
  clonedDoors: 0,
  openAttempts: 0,
}

const exposed = new Set(
  [...(await createHubRegistry().text(facts)).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name),
)
const ofHub = [...exposed].filter((name) => name.startsWith('room_panel_hub_'))

const textOf = (...path: readonly string[]): string => readFileSync(inProject(...path), 'utf8')

const metricsNamedIn = (text: string): readonly string[] => [
  ...new Set(text.match(/\b(?:room_panel_hub|process|nodejs)_[a-z_]+\b/g)),
]

test.each(['alerts.yml', 'alerts.test.yml', 'dashboard.json'])(
  '%s names metrics that the hub has',
  (file) => {
    const named = metricsNamedIn(textOf('build', 'hub', file))
    expect(named).not.toEqual([])
    expect(named.filter((name) => !exposed.has(name))).toEqual([])
  },
)

test('the dashboard shows each metric of the hub', () => {
  const shown = metricsNamedIn(textOf('build', 'hub', 'dashboard.json'))
  expect(ofHub.filter((name) => !shown.includes(name))).toEqual([])
})

test('docs/fleet.md says what each metric of the hub is', () => {
  const [, table = ''] = /\| `room_panel_hub_…` \|.*?\n(.*?)\n\n/s.exec(textOf('docs', 'fleet.md')) ?? []
  const told = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z_]+)/g)].map(([, name = '']) => name))
  expect(told.map((name) => `room_panel_hub_${name}`).toSorted()).toEqual(ofHub.toSorted())
})

test('each alert is tried, and says what it means and what to do', () => {
  const alerts = textOf('build', 'hub', 'alerts.yml')
  const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
  const tried = textOf('build', 'hub', 'alerts.test.yml')
  expect(names.filter((name) => !tried.includes(`alertname="${name}"`))).toEqual([])
  for (const what of ['summary', 'action'])
    expect([...alerts.matchAll(new RegExp(`^ {10}${what}: '.+'$`, 'gm'))]).toHaveLength(names.length)
})

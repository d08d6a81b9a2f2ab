import * as v from 'valibot'
import type { Door } from './door.ts'
import type { Finding } from './finding.ts'
import { type SceneName, scenes } from './scenes.ts'

interface Harm {
  readonly scene: SceneName
  /** Stands in the scene's stylesheet… */
  readonly style: string
  /** …and has to be told like this. */
  readonly problem: RegExp
}

const harmsOfDoor = [
  ['.time-line { translate: 0 -1.2em }', /^".+" lies on ".+"/],
  ['.people-line { translate: 0 -1.8em }', /^".+" lies on ".+"/],
  ['.headline { translate: 60vw }', /^outside the screen: |^cut off: /],
  ['.time-line { overflow: hidden; height: 0.4em }', /^cut off: /],
  ['.action { min-width: 0; width: 3em; white-space: nowrap }', /^sticks out of its button: /],
  ['.door { height: 120vh }', /^outside the screen: /],
  ['.action { min-height: 0; height: 20px }', /^small to touch: /],
  ['.slab { grid-template-columns: 120vw }', /^can't be touched: (language|admin)/],
  ['.slab { min-height: 120vh }', /^grown out of its place: \.slab/],
  ['.foot { width: 120vw }', /^grown out of its place: \.foot/],
  ['.people-line::after { content: ""; position: fixed; inset: 0 }', /^can't be touched: end-meeting/],
  ['.next { color: #a01030 }', /^axe color-contrast/],
] as const
const harmsOfLists = [['.admin-rows { max-height: 150px !important }', /^cut in two: "14:00/]] as const

const harms: readonly Harm[] = [
  ...harmsOfDoor.map(([style, problem]) => ({ scene: 'in-use', style, problem }) as const),
  ...harmsOfLists.map(([style, problem]) => ({ scene: 'admin-menu', style, problem }) as const),
]

/** Whether the examiner sees what it looks for: it is shown a door that is spoilt in each of these ways. */
export async function blindSpots(door: Door): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { scene, style, problem } of harms) {
    await door.show(scenes[scene].snapshot)
    const seen = await examinedWith(door, style)
    if (!seen.some((line) => problem.test(line)))
      findings.push({ name: style, problems: [`the examiner does not see it, but: ${seen.join('; ')}`] })
  }
  return findings
}

async function examinedWith(door: Door, style: string): Promise<readonly string[]> {
  // Comes after the page's own sheets, and its policy lets it pass where it stops an element.
  await door.run(`{
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(${JSON.stringify(style)})
    document.adoptedStyleSheets = [sheet]
  } null`)
  const seen = v.parse(v.array(v.string()), await door.run('examine({ isLong: false })'))
  await door.run('document.adoptedStyleSheets = []; null')
  return seen
}

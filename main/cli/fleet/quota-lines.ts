import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import type { DoorPlan } from './plan-doors.ts'

/**
 * The calls that a company may make in a month with all its apps together. The free edition has 10,000; the
 * same page once said 1,000,000.
 * https://open.feishu.cn/document/platform-notices/platform-updates-/custom-app-api-call-limit
 */
const freeEdition = 10_000
const atTimes = 1_000_000

/** How many calls a month the doors of a table may make, by app, compared with the company's quota. */
export function quotaLines(plans: readonly DoorPlan[]): readonly string[] {
  const doors = plans.flatMap(({ configuration }) => (configuration.hub === undefined ? [configuration] : []))
  // A hub makes the calls of its doors.
  if (doors.length === 0) return []
  const apps = [...new Set(doors.map(appOf))]
  return [
    ...apps.map((app) =>
      lineOf(
        `app ${app}`,
        doors.filter((door) => appOf(door) === app),
      ),
    ),
    ...(apps.length > 1 ? [lineOf('all apps', doors)] : []),
    `a company on Feishu’s free edition has ${written(freeEdition)} calls a month for all of its apps, at times ${written(atTimes)}: share out what yours has by budget.callsPerMonth`,
  ]
}

const lineOf = (name: string, doors: readonly DirectConfiguration[]): string =>
  `${name}: ${doors.length === 1 ? '1 door' : `${doors.length} doors`}, up to ${callsOf(doors)} calls a month`

const appOf = ({ feishu }: DirectConfiguration): string => feishu.appId

const callsOf = (doors: readonly DirectConfiguration[]): string =>
  written(doors.reduce((sum, { budget }) => sum + budget.callsPerMonth, 0))

const written = (calls: number): string => calls.toLocaleString('en-US')

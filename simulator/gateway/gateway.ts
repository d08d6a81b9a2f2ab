import { settleRequests } from '../app-calendars/room-answers.ts'
import type { CallResult } from '../calls/call.ts'
import { refused } from '../calls/result.ts'
import type { PlatformFault, WireFault } from '../faults/fault.ts'
import type { SimOutcome, SimRequest } from '../http.ts'
import type { Platform } from '../platform.ts'
import { authorize } from './authorize.ts'
import { outcomeOf } from './outcome.ts'
import { spend } from './quota.ts'
import { createRateMeter, type RateMeter } from './rate-limits.ts'
import { tooMany } from './refusals.ts'
import { routeOf, type Route } from './routes.ts'
import { createStamps } from './stamps.ts'

/**
 * The platform's entrance: finds the call, applies the ordered faults, authorises the caller, and only then
 * runs the call. Returns the outcome that the caller sees.
 */
export const createGateway = (platform: Platform): ((request: SimRequest) => SimOutcome) => {
  const stamps = createStamps(platform)
  const meter = createRateMeter(platform.now)
  return (request) => {
    const stamp = stamps()
    if (platform.requests.length > 0) settleRequests(platform)
    const route = routeOf(request)
    if (route === undefined) return outcomeOf(stamp, 0, undefined, undefined)
    const { name } = route.call
    platform.arrived.set(name, (platform.arrived.get(name) ?? 0) + 1)
    const delay = platform.faults.delay(name)
    const fault = platform.faults.onTheWire(name)
    const result =
      fault?.carriedOut === false ? undefined : decide(platform, meter, route, request, stamp.logId)
    if (name === 'reply') keepRecord(platform, request, result, fault)
    return outcomeOf(stamp, delay, result, fault)
  }
}

const decide = (
  platform: Platform,
  meter: RateMeter,
  { call, query, pathIds }: Route,
  request: SimRequest,
  logId: string,
): CallResult => {
  const inputWith = (faults: readonly PlatformFault[]) => ({
    query,
    pathIds,
    body: request.body ?? '',
    faults,
  })
  if (call.scopes === undefined) {
    const faults = platform.faults.inside(call.name)
    return troubleOf(faults) ?? call.run(platform, inputWith(faults))
  }
  const { app, refusal } = authorize(platform, meter, call, request, logId)
  if (refusal !== undefined) return refusal
  const faults = platform.faults.inside(call.name)
  const result = troubleOf(faults) ?? call.run(platform, inputWith(faults), app)
  if (result.status < 400) spend(app.tenant, platform.now())
  return result
}

/** The fault that replaces a call's answer. The call itself handles the others. */
const troubleOf = (faults: readonly PlatformFault[]): CallResult | undefined => {
  for (const fault of faults) {
    if (fault.kind === 'refusal') return refused(fault.status, fault.code, fault.msg)
    if (fault.kind === 'tooManyCalls') return tooMany(fault.status, { limit: 100, reset: fault.resetSeconds })
  }
  return undefined
}

const keepRecord = (
  platform: Platform,
  { body = '' }: SimRequest,
  result: CallResult | undefined,
  fault: WireFault | undefined,
): void => {
  platform.replies.push({
    at: platform.now(),
    body,
    code: result?.code,
    effect: result?.effect,
    answered: fault === undefined,
  })
}

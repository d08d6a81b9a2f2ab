import type { Tenant } from '../tenancy/tenant.ts'

/** A part of the company's tree of places, such as a building or a floor. */
export interface Level {
  readonly tenant: Tenant
  readonly name: string
  /** From the root down; the last one is its own. */
  readonly path: readonly string[]
}

/** A building and a floor in it, outermost first. */
export const newHomeLevels = (tenant: Tenant, path: readonly [string, string]): Map<string, Level> => {
  const levels = new Map<string, Level>()
  addLevel(levels, tenant, path.slice(0, 1), 'North Tower')
  addLevel(levels, tenant, path, 'F2')
  return levels
}

export const addLevel = (
  levels: Map<string, Level>,
  tenant: Tenant,
  path: readonly string[],
  name: string,
): void => void levels.set(path.at(-1) ?? '', { tenant, name, path })

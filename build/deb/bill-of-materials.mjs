/**
 * The part that we use of a CycloneDX document as `npm sbom` writes it: https://cyclonedx.org/docs/1.5/json/
 *
 * @typedef {object} Bill
 * @property {string} [serialNumber]
 * @property {{ timestamp?: string, component: Component }} metadata
 * @property {Component[]} components
 * @property {{ ref: string, dependsOn: string[] }[]} dependencies
 *
 * @typedef {{ 'bom-ref': string, type: string, name: string, version: string, purl: string }} Component
 */

/**
 * What the program at a door does not have: `prebuild-install` fetches keytar's binary when keytar is
 * installed, and we compile it instead; the others are the hub's.
 */
const notAtTheDoor = ['prebuild-install@', 'node-pg-migrate@', 'pg@', 'prom-client@']

/**
 * @param {Bill} bill
 * @param {string} ref
 * @param {Set<string>} reached
 */
const reach = (bill, ref, reached) => {
  if (reached.has(ref) || notAtTheDoor.some((name) => ref.startsWith(name))) return reached
  reached.add(ref)
  const { dependsOn = [] } = bill.dependencies.find((one) => one.ref === ref) ?? {}
  for (const next of dependsOn) reach(bill, next, reached)
  return reached
}

/**
 * The package's bill of materials: npm's list of dependencies, without those for installing only and the
 * hub's, and Electron. It has no date, so the same program has the same bill.
 *
 * @param {Bill} bill of everything but the development dependencies
 * @param {string} electron its version
 * @returns {Bill}
 */
export const billOfMaterials = (bill, electron) => {
  const { serialNumber: _number, ...rest } = bill
  const { timestamp: _time, component, ...metadata } = bill.metadata
  const self = component['bom-ref']
  const reached = reach(bill, self, new Set())
  const runtime = {
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    purl: `pkg:npm/electron@${electron}`,
  }
  return {
    ...rest,
    // npm calls the program by the name of the checkout's folder.
    metadata: { ...metadata, component: { ...component, type: 'application', name: 'room-panel' } },
    components: [...bill.components.filter((one) => reached.has(one['bom-ref'])), runtime],
    dependencies: [
      ...bill.dependencies
        .filter(({ ref }) => reached.has(ref))
        .map(({ ref, dependsOn }) => ({
          ref,
          dependsOn: [
            ...dependsOn.filter((one) => reached.has(one)),
            ...(ref === self ? [runtime['bom-ref']] : []),
          ],
        })),
      { ref: runtime['bom-ref'], dependsOn: [] },
    ],
  }
}

/** All that is left to say after a defect of ours: a reply may have been sent. */
export interface Uncertain {
  readonly kind: 'uncertain'
}

/**
 * Carries something out and gives it its last word. After a defect of ours that is a doubt, so that no person waits in vain; the
 * defect goes on to the code that reports defects.
 */
export async function withLastWord<Outcome>(
  carryOut: () => Promise<Outcome>,
  settle: (outcome: Outcome | Uncertain) => Promise<void> | void,
): Promise<void> {
  try {
    await settle(await carryOut())
  } catch (defect) {
    await settle({ kind: 'uncertain' })
    throw defect
  }
}

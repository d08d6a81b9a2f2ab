/** The outcome after a defect of ours: a reply may have been sent. */
export interface Uncertain {
  readonly kind: 'uncertain'
}

/**
 * Carries an action out and settles its outcome. After a defect of ours the outcome is uncertain, so that no
 * person waits in vain; the defect is thrown on, to the code that reports defects.
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

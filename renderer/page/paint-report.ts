import type { RequestInput } from '../../shared/ipc/contract.ts'
import type { NextPaint } from './paint.ts'

/**
 * Reports to the main process the pictures that were really painted. The panel measures by them how long
 * people could check in (law 2b).
 */
export interface PaintReport {
  /** The page holds the snapshot with this revision now. */
  readonly drawn: (revision: number) => void
  readonly stop: () => void
}

export interface PaintReportParts {
  readonly nextPaint: NextPaint
  readonly checkIns: () => string[]
  /** Called once it is painted, before it is told. */
  readonly note: () => void
  /** Resolves when the report was received, or failed. */
  readonly tell: (painted: RequestInput<'painted'>) => Promise<void>
}

export function createPaintReport({ nextPaint, checkIns, note, tell }: PaintReportParts): PaintReport {
  let newest = 0
  let told = 0
  let isAtWork = false
  let isStopped = false

  const isBehind = (): boolean => newest !== told && !isStopped
  /** Reports one picture after the other. Of the pictures drawn meanwhile only the newest is reported. */
  const work = async (): Promise<void> => {
    if (isAtWork) return
    isAtWork = true
    try {
      while (isBehind()) await paintAndTell(newest)
    } finally {
      isAtWork = false
    }
  }
  const paintAndTell = async (revision: number): Promise<void> => {
    await nextPaint()
    // A picture that was drawn between the two frames is not painted yet.
    if (revision !== newest || isStopped) return
    told = revision
    note()
    await tell({ revision, checkIns: checkIns() })
  }
  return {
    drawn: (revision) => {
      newest = revision
      void work()
    },
    stop: () => (isStopped = true),
  }
}

import { seconds } from '../time/time.ts'
import type { Panel } from './panel.ts'
import { isAtWork } from './update-window.ts'

/** Who touched the screen less than this ago may be about to tap again: a question of the page waits 10 s. Ms. */
const stillThere = seconds(20)

/**
 * Whether IT's order may end the program now: nobody is at the screen, and nothing of a visitor's is under way. A
 * meeting that runs keeps its check-in, and one whose check-in is open can only be kept by the gap.
 */
export const mayRestartProgram = (panel: Panel, untouchedFor: number): boolean =>
  untouchedFor >= stillThere && !isAtWork(panel)

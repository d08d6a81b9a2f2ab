import { text } from 'node:stream/consumers'
import { exitOf } from '../../../../build/session/end-process.mjs'
import { spawnAs } from '../../../../build/session/ordinary-user.mjs'
import type { DrivenPanel } from '../../harness/driven-panel.ts'
import type { Finished, Session } from '../../harness/kiosk.ts'
import type { Hand, Line } from './attempt.ts'
import type { XDisplay } from './x-display.ts'

export interface HandParts {
  readonly panel: DrivenPanel
  readonly display: XDisplay
  readonly session: Session
  /** What the panel was started with. */
  readonly args: readonly string[]
}

/** What Chromium does in answer to a click only, waits on the page for the next one. */
const waitForClicks = `addEventListener('click', () => { const { onNextClick } = window; window.onNextClick = undefined; onNextClick?.() })`

/** Between two keys, ms. */
const pause = '4'

export async function openHand({ panel, display, session, args }: HandParts): Promise<Hand> {
  await panel.evaluate(waitForClicks)
  return {
    press: (...keys) => void display.does('key', '--delay', pause, ...keys),
    does: (words) => void display.does(...words.split(' ')),
    swipe: (ms, ...lines) => panel.perform(lines.map((line, number) => finger(ms, line, number))),
    drop: async (data) => {
      for (const type of ['dragEnter', 'dragOver', 'drop']) {
        const event = { type, x: 560, y: 336, data: { ...data, dragOperationsMask: 1 } }
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await panel.command('Input.dispatchDragEvent', event)
      }
    },
    script: (body) => panel.evaluate(`return (async () => { ${body} })().catch(() => {})`),
    scriptOnClick: async (body) => {
      await panel.evaluate(`window.onNextClick = () => { ${body} }`)
      display.does('mousemove', '700', '420', 'click', '--delay', '9', '1')
    },
    start: (more, env) => startAgain(session, [...more, ...args], env),
    askToClose: () => display.askToClose('^Room Panel$'),
    turnDisplay: display.turn,
  }
}

const finger = (ms: number, [fromX, fromY, toX, toY]: Line, number: number) => ({
  type: 'pointer',
  id: `finger ${number}`,
  parameters: { pointerType: 'touch' },
  actions: [
    { type: 'pointerMove', duration: 0, x: fromX, y: fromY },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerMove', duration: ms, x: toX, y: toY },
    { type: 'pointerUp', button: 0 },
  ],
})

async function startAgain(
  { user, env, program }: Session,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const child = spawnAs(user, [program, ...args], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.stdout === null || child.stderr === null) throw new Error('A process without its pipes')
  const [status, ...said] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)])
  return { status, output: said.join('') }
}

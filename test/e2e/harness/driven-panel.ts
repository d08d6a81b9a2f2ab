import { isDeepStrictEqual } from 'node:util'
import { Application } from 'spectron'
import * as v from 'valibot'
import { commandAs } from '../../../build/session/ordinary-user.mjs'
import { freePort } from '../../../build/services/free-port.ts'
import type { Session } from './kiosk.ts'
import { allEnded, processTree } from './process-tree.ts'

/** The only file that knows Spectron and the WebdriverIO inside it. */

declare module 'spectron' {
  /** What its own types leave out. */
  interface Application {
    readonly chromeDriver: { readonly stop: () => void }
  }
}

/** The packed program with a finger on its screen. */
export interface DrivenPanel {
  /** Of its main process. */
  readonly pid: number
  readonly marks: () => Promise<Marks>
  /** Resolves when all these marks show. */
  readonly waitFor: (wanted: Partial<Marks>) => Promise<void>
  /** Touches the screen where no control is, again and again, until all these marks show. */
  readonly touchUntil: (wanted: Partial<Marks>) => Promise<void>
  /** Every occupancy that the page has shown since the driver got hold of it. */
  readonly occupanciesShown: () => Promise<readonly string[]>
  /** Touches the control with this `data-testid`; waits for it to be there, as the next ones do. */
  readonly tap: (testid: string) => Promise<void>
  readonly text: (testid: string) => Promise<string>
  readonly waitUntilGone: (testid: string) => Promise<void>
  /** All that is to be read on the page. */
  readonly page: () => Promise<string>
  /** Runs the body of a function on the page, and gives what it returns, or what that resolves to. */
  readonly evaluate: (script: string) => Promise<unknown>
  /** Input as https://w3c.github.io/webdriver/#actions has it. */
  readonly perform: (actions: object[]) => Promise<void>
  /** A command of https://chromedevtools.github.io/devtools-protocol/, for what WebDriver has no words for. */
  readonly command: (name: string, input: object) => Promise<unknown>
  /** How many pages the program shows. */
  readonly pageCount: () => Promise<number>
  /** Takes a picture of the page, as PNG. */
  readonly picture: (file: string) => Promise<void>
  /** Kills the main process without warning, and resolves when the other processes are gone, too. */
  readonly kill9: () => Promise<void>
  /** Ends it as a fault in its own memory would, including the crash report that is then written. */
  readonly crash: () => Promise<void>
  /** Touches the control that ends the program, and resolves when all its processes are gone. */
  readonly tapToEnd: (testid: string) => Promise<void>
  /** Does what ends the program, and resolves when all its processes are gone. */
  readonly endBy: (act: () => Promise<void>) => Promise<void>
  readonly stop: () => Promise<void>
}

const marksSchema = v.object({ occupancy: v.string(), connection: v.string(), booking: v.string() })

/** What the root element of the page is marked with, for tests and for IT's own automation. */
export type Marks = v.InferOutput<typeof marksSchema>

export interface DriveOptions {
  readonly session: Session
  readonly args: readonly string[]
}

/** The stories' display is in memory and has no graphics card. */
const withoutGraphicsCard = ['--disable-gpu', '--log-level=3']
/** The system's ChromeDriver is newer than the Chromium inside Electron. */
const withOlderChromium = '--disable-build-check'
const patience = { timeout: 60_000, interval: 50 }

/** Starts the program, and resolves when its page is there. */
export async function drivePanel({ session, args }: DriveOptions): Promise<DrivenPanel> {
  const app = await inTurn(() => startSpectron(session, [...args, ...withoutGraphicsCard]))
  // Spectron lets each look for an element wait for it; here only those wait that say so.
  await app.client.setTimeout({ implicit: 0 })
  await app.client.execute(rememberOccupancies)
  const pid = v.parse(v.object({ 'goog:processID': v.number() }), app.client.capabilities)['goog:processID']
  const end = async (how: () => Promise<unknown>): Promise<void> => {
    const all = processTree(pid)
    await how()
    app.chromeDriver.stop()
    await allEnded(all)
  }
  const page = pageOf(app.client)
  return {
    pid,
    ...page,
    kill9: () => end(async () => process.kill(pid, 'SIGKILL')),
    crash: () => end(async () => process.kill(pid, 'SIGSEGV')),
    tapToEnd: (testid) => end(() => page.tap(testid).catch(lostIt)),
    endBy: end,
    stop: () => end(() => app.client.deleteSession()),
  }
}

/** The driver may lose the program before it can say that the tap was carried out. */
function lostIt(error: unknown): void {
  if (!/invalid session id|disconnected|no such window/.test(String(error))) throw error
}

function pageOf(
  client: Application['client'],
): Omit<DrivenPanel, 'pid' | 'kill9' | 'crash' | 'tapToEnd' | 'endBy' | 'stop'> {
  const run = (script: string): Promise<unknown> => client.execute<unknown, []>(script)
  const touch = (place: Place): Promise<void> => client.performActions([finger(place)])
  const textOf = async (element: string): Promise<string> =>
    v.parse(v.string(), await run(`return ${element}.innerText`))
  const marks = async (): Promise<Marks> =>
    v.parse(marksSchema, await run('return { ...document.documentElement.dataset }'))

  const untilMarked = async (wanted: Partial<Marks>, act: () => Promise<void>): Promise<void> => {
    let seen: Partial<Marks> = {}
    const isSeen = async (): Promise<boolean> => {
      await act()
      seen = await marks()
      return isDeepStrictEqual({ ...seen, ...wanted }, seen)
    }
    await client.waitUntil(isSeen, patience).catch((cause: unknown) => {
      throw new Error(`The panel shows ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`, { cause })
    })
  }
  const until = async (testid: string, is: 'there' | 'gone'): Promise<void> => {
    const condition = `return ${controlOf(testid)} ${is === 'there' ? '!==' : '==='} null`
    const timeoutMsg = `On the page ${testid} is still not ${is}`
    await client.waitUntil(async () => (await run(condition)) === true, { ...patience, timeoutMsg })
  }

  return {
    marks,
    waitFor: (wanted) => untilMarked(wanted, async () => {}),
    touchUntil: (wanted) => untilMarked(wanted, () => touch(corner)),
    occupanciesShown: async () => v.parse(v.array(v.string()), await run('return occupanciesShown')),
    tap: async (testid) => {
      await until(testid, 'there')
      await touch({ ...middle, origin: await client.findElement('css selector', selectorOf(testid)) })
    },
    text: async (testid) => {
      await until(testid, 'there')
      return textOf(controlOf(testid))
    },
    waitUntilGone: (testid) => until(testid, 'gone'),
    page: () => textOf('document.body'),
    evaluate: run,
    perform: (actions) => client.performActions(actions),
    command: (name, input) => client.sendCommandAndGetResult(name, input),
    pageCount: async () => (await client.getWindowHandles()).length,
    picture: async (file) => void (await client.saveScreenshot(file)),
  }
}

let lastStart: Promise<unknown> = Promise.resolve()

/** One start after the other: Spectron hands its own environment to ChromeDriver, and that is the same for all of them. */
function inTurn<T>(start: () => Promise<T>): Promise<T> {
  const next = lastStart.then(start)
  lastStart = next.catch(() => {})
  return next
}

/** Hands ChromeDriver the program itself: Spectron's own launcher dies on the Node of today. */
async function startSpectron({ user, env, program }: Session, args: readonly string[]): Promise<Application> {
  const surroundings = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const driver = ['/usr/bin/chromedriver', withOlderChromium]
  const command = commandAs(user, ['env', '--ignore-environment', ...surroundings, ...driver])
  // Read by the package that stands in for electron-chromedriver.
  process.env['CHROMEDRIVER_COMMAND'] = JSON.stringify(command)
  const app = new Application({
    path: program,
    port: await freePort(),
    startTimeout: patience.timeout,
    waitTimeout: patience.timeout,
    connectionRetryCount: 1,
    webdriverOptions: {
      capabilities: {
        browserName: 'chrome',
        'goog:chromeOptions': { binary: program, args, windowTypes: ['app', 'webview'] },
      },
    },
  })
  try {
    return await app.start()
  } catch (error) {
    app.chromeDriver.stop()
    throw error
  }
}

const rememberOccupancies = `
  const { documentElement } = document
  window.occupanciesShown = [documentElement.dataset.occupancy]
  const remember = () => occupanciesShown.push(documentElement.dataset.occupancy)
  new MutationObserver(remember).observe(documentElement, { attributeFilter: ['data-occupancy'] })`

const selectorOf = (testid: string): string => `[data-testid="${testid}"]`
const controlOf = (testid: string): string => `document.querySelector('${selectorOf(testid)}')`

/** From the middle of the element `origin`, or else from the page's top left corner; px. */
interface Place {
  readonly x: number
  readonly y: number
  readonly origin?: object
}

const corner = { x: 2, y: 2 }
const middle = { x: 0, y: 0 }

const finger = (place: Place) => ({
  type: 'pointer',
  id: 'finger',
  parameters: { pointerType: 'touch' },
  actions: [
    { type: 'pointerMove', duration: 0, ...place },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
})

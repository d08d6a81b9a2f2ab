import { createInterface } from 'node:readline'
import { bundleConsole, pageInClone } from '../hub/console-page.mjs'
import { enrolDoor, type HeadlessDoor } from './headless-door.ts'
import { shownBy } from './shown.ts'
import { type AtEnd, type Site, startSite } from './site.ts'

/** Starts a hub with all that it needs and these many doors, tells what they show, and runs until this process is told to end. */
export async function runFleet(count: number, atEnd: AtEnd): Promise<never> {
  console.log('Starting a simulated Feishu, Mosquitto, PostgreSQL and a hub …')
  await bundleConsole(pageInClone)
  const site = await startSite(atEnd)
  const { roomIds } = site.feishu
  for (const line of await placesOf(site)) console.log(line)
  const doors: HeadlessDoor[] = []
  for (let index = 0; index < count; index++) {
    // oxlint-disable-next-line no-await-in-loop -- the broker makes one account at a time
    const door = await enrolDoor(site, await site.codeFor(roomIds[index % roomIds.length] ?? ''))
    atEnd(door.stop)
    doors.push(door)
    tellWhatItShows(`door ${index + 1}`, door)
  }
  console.log('A number and Enter: a tap on this door’s button. Ctrl-C ends all of it.')
  createInterface(process.stdin).on('line', (typed) => tap(doors[Number(typed) - 1]))
  return new Promise(() => undefined)
}

async function placesOf(site: Site): Promise<readonly string[]> {
  const codes = await Promise.all(site.feishu.roomIds.map(site.codeFor))
  return [
    `  Feishu         ${site.feishu.origin}`,
    `  broker         ${site.brokerUrl}`,
    `  database       ${site.databaseUrl}`,
    `  configuration  ${site.configuration}`,
    `  the hub’s log  ${site.folder}/hub.log`,
    `  enrolment      ${site.enrolmentUrl}`,
    `  metrics        ${site.metricsUrl}`,
    `  the console    ${site.consoleUrl}`,
    ...codes.map(
      (code, index) => `  a code         ${code}, for one more door of ${site.feishu.roomIds[index]}`,
    ),
    `  its commands   npm run --silent hub -- doors --config ${site.configuration}`,
  ]
}

function tellWhatItShows(name: string, { panel }: HeadlessDoor): void {
  let told = ''
  const tell = (): void => {
    const shown = shownBy(panel.current())
    if (shown !== told) console.log(`${new Date().toTimeString().slice(0, 8)}  ${name}  ${shown}`)
    told = shown
  }
  panel.onSnapshot(tell)
  tell()
}

/** As a person does who sees a button: check in, or end the meeting. */
function tap(door: HeadlessDoor | undefined): void {
  if (door === undefined) return console.log('There is no such door.')
  const { checkIns, occupancy } = door.panel.current()
  const [arriving] = checkIns
  if (arriving !== undefined) return void door.panel.checkIn(arriving.id)
  if (occupancy.kind === 'inUse') return void door.panel.endMeeting(occupancy.booking.id)
  console.log('There is no button at this door now.')
}

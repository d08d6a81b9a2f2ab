import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import * as v from 'valibot'
import { registerPageScheme } from '../../main/window/app-page.ts'
import { openKeptPictures } from './compare.ts'
import { type Door, openDoor } from './door.ts'
import type { Finding } from './finding.ts'
import { allPictures, chosenPictures, type Picture } from './pictures.ts'
import { blindSpots } from './blind-spots.ts'
import type { Scene } from './scene.ts'
import { scenes } from './scenes.ts'

/*
 * The gallery's main process, in place of the panel's: shows the page one literal snapshot after the other, and keeps a
 * picture of each. `--pictures=FOLDER` is where to, `--part=TEXT,…` which names, `--chosen` only those that are
 * compared, `--uncompared` without comparing them.
 */
const here = import.meta.dirname
const out = app.commandLine.getSwitchValue('pictures')
const parts = app.commandLine.getSwitchValue('part').split(',')
const kept = app.commandLine.hasSwitch('uncompared') ? undefined : openKeptPictures(join(here, 'kept'))
const wanted = app.commandLine.hasSwitch('chosen') ? chosenPictures : allPictures

registerPageScheme()
app
  .whenReady()
  .then(() => hang(wanted.filter(({ name }) => parts.some((part) => name.includes(part)))))
  .then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      app.exit(1)
    },
  )

async function hang(pictures: readonly Picture[]): Promise<void> {
  const examiner = readFileSync(join(here, 'examine.js'), 'utf8')
  const door = await openDoor(here, examiner, scenes.starting.snapshot)
  const findings: Finding[] = []
  const add = ({ name, problems }: Finding): void => {
    findings.push({ name, problems })
    for (const problem of problems) process.stdout.write(`${name}: ${problem}\n`)
  }
  for (const finding of await blindSpots(door)) add(finding)
  for (const picture of pictures) add(await take(picture, door))
  writeFileSync(join(out, 'findings.json'), JSON.stringify(findings, undefined, 1))
}

async function take({ name, scene, size, locale, theme }: Picture, door: Door): Promise<Finding> {
  const { snapshot, taps = [], trialLocale, page = trialLocale && '/trial/index.html' } = scene
  door.resize(size)
  if (page !== undefined) await door.reload(page)
  if (scene.page === undefined)
    await door.show(Object.assign({ ...snapshot, appearance: { ...snapshot.appearance, theme } }, { locale }))
  for (const mark of taps) await door.tap(mark)
  const seen = await examined(door, scene)
  const picture = await door.picture()
  writeFileSync(join(out, `${name}.png`), picture.toPNG())
  if (taps.length > 0 || page !== undefined) await door.reload()
  return { name, problems: [...seen, ...(kept?.differences(picture, name) ?? [])] }
}

const examined = async (door: Door, { isLong = false }: Scene): Promise<readonly string[]> =>
  v.parse(v.array(v.string()), await door.run(`examine(${JSON.stringify({ isLong })})`))

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import * as v from 'valibot'
import { registerPageScheme } from '../../main/window/app-page.ts'
import { type Door, openDoor } from './door.ts'
import { allPictures, type Picture } from './pictures.ts'
import type { Finding } from './finding.ts'
import { type Scene, scenes } from './scenes.ts'
import { nameOf } from './sizes.ts'

/** Hangs every picture: run by build/gallery.mjs in a real Electron, with the folder to write to and a part of names. */
const out = app.commandLine.getSwitchValue('pictures')
const part = app.commandLine.getSwitchValue('part')

registerPageScheme()
void app.whenReady().then(async () => {
  try {
    await hang(allPictures.filter(({ name }) => name.includes(part)))
    app.exit(0)
  } catch (error) {
    process.stderr.write(`${String(error)}\n`)
    app.exit(1)
  }
})

async function hang(pictures: readonly Picture[]): Promise<void> {
  const examine = readFileSync(join(import.meta.dirname, 'examine.js'), 'utf8')
  mkdirSync(out, { recursive: true })
  const door = await openDoor(import.meta.dirname, scenes.starting.snapshot)
  await door.run(examine)
  const findings: Finding[] = []
  for (const picture of pictures) findings.push(await take(picture, door, examine))
  writeFileSync(join(out, 'findings.json'), JSON.stringify(findings, undefined, 1))
}

let lastSize = ''

async function take(
  { name, scene, size, locale, theme }: Picture,
  door: Door,
  examine: string,
): Promise<Finding> {
  if (nameOf(size) !== lastSize) door.resize(size)
  lastSize = nameOf(size)
  const { appearance } = scene.snapshot
  await door.show({ ...scene.snapshot, locale, appearance: { ...appearance, theme } })
  const taps = scene.taps ?? []
  for (const mark of taps) await door.tap(mark)
  const problems = await examined(door, scene)
  const picture = await door.picture()
  const actual = picture.getSize()
  writeFileSync(join(out, `${name}.png`), picture.toPNG())
  if (actual.width !== size.width || actual.height !== size.height)
    problems.push(`picture is ${actual.width}x${actual.height}`)
  if (taps.length > 0) {
    await door.reload()
    await door.run(examine)
  }
  return { name, problems }
}

const examined = async (door: Door, { isLong = false }: Scene): Promise<string[]> =>
  v.parse(v.array(v.string()), await door.run(`examine(${JSON.stringify({ isLong })})`))

import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { canForgetFiles, forgetFiles } from '../../bench/program/forget-files.ts'
import { test } from '../harness/at-the-door.ts'

/** The size of a PNG, and how many of its rows look different from each other: https://www.w3.org/TR/png-3/ */
async function lookAt(file: string) {
  const png = await readFile(file)
  const chunks = [...chunksOf(png)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(8)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const pixels = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  )
  const rowLength = pixels.length / height
  const rows = Array.from({ length: height }, (_, row) =>
    pixels.toString('latin1', row * rowLength, (row + 1) * rowLength),
  )
  return { size: `${width}x${height}`, rows: new Set(rows).size }
}

function* chunksOf(png: Buffer) {
  for (let start = 8; start < png.length; start += png.readUInt32BE(start) + 12) {
    const end = start + 8 + png.readUInt32BE(start)
    yield { type: png.toString('latin1', start + 4, start + 8), data: png.subarray(start + 8, end) }
  }
}

/** A row of letters is unlike any other; a picture without a door has two or three kinds of rows. */
const rowsOfADoor = 150

test.for([1, 2, 3, 4])(
  'the first picture of the demo has the door on it, from edge to edge: start %i',
  { timeout: 120_000 },
  async (start, { kiosk, door, expect }) => {
    // Read from the disk again, as by the very first start of a machine: then the page is ahead of the screen.
    if (canForgetFiles()) await forgetFiles()
    const picture = join(door.userData, `first-${start}.png`)
    const args = ['--demo', '--once', `--screenshot=${picture}`, `--user-data-dir=${door.userData}`]
    const { status } = await kiosk.run([...args, '--disable-gpu', '--log-level=3'], '')
    expect(status).toBe(0)
    const { size, rows } = await lookAt(picture)
    expect(size).toBe('1280x800')
    expect(rows).toBeGreaterThan(rowsOfADoor)
  },
)

test('the first picture of a kiosk is as large as its display, for any size of a pixel', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  feishu.book(feishu.at(-10), feishu.at(30))
  const picture = join(door.userData, 'first.png')
  const args = [...door.args, '--once', `--screenshot=${picture}`, '--force-device-scale-factor=1.5']
  const { status } = await kiosk.run([...args, '--disable-gpu', '--log-level=3'], '')
  expect(status).toBe(0)
  const { size, rows } = await lookAt(picture)
  expect(size).toBe('1280x800')
  expect(rows).toBeGreaterThan(rowsOfADoor)
})

test('a kept picture also shows an unknown state', async ({
  kiosk,
  feishu,
  door,
  onTestFinished,
  expect,
}) => {
  feishu.goDown()
  const picture = join(door.userData, 'kept.png')
  const panel = kiosk.start([...door.args, `--screenshot=${picture}`, '--disable-gpu'])
  onTestFinished(panel.stop)
  await expect.poll(() => existsSync(picture)).toBe(true)
  expect((await lookAt(picture)).rows).toBeGreaterThan(rowsOfADoor)
})

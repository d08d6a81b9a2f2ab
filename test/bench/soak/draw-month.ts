import { writeFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Bench } from '../bench.ts'
import { pageOf } from '../browser/page.ts'
import { chromiumKiosk } from '../program/chromium.ts'
import { ownOf } from './day-table.ts'
import type { Sample } from './live-month.ts'

interface Curve {
  readonly name: string
  readonly color: string
  readonly values: readonly number[]
}

const [width, height] = [1280, 800]
const box = { left: 70, right: 1080, top: 40, height: 430 }
const below = { top: 540, height: 180 }

/** Draws what the program held, hour by hour, as PNG: an SVG that Chromium shows. */
export async function drawMonth(
  samples: readonly Sample[],
  { file, folder, start }: Pick<Bench, 'start'> & { readonly file: string; readonly folder: string },
): Promise<void> {
  const browser = await start(chromiumKiosk('about:blank', `${folder}/drawing`))
  const page = await pageOf(browser.pipe)
  await page.evaluate(
    `document.body.innerHTML = ${JSON.stringify(pictureOf(samples))}, undefined`,
    v.undefined(),
  )
  await page.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  })
  const clip = { x: 0, y: 0, width, height, scale: 1 }
  const shot = await page.send('Page.captureScreenshot', { format: 'png', clip })
  const { data } = v.parse(v.object({ data: v.string() }), shot)
  await writeFile(file, Buffer.from(data, 'base64'))
  await browser.stop()
}

function pictureOf(samples: readonly Sample[]): string {
  const memory: readonly Curve[] = [
    { name: 'main', color: '#1f6feb', values: samples.map((one) => ownOf(one, 'main') / 1000) },
    { name: 'renderer', color: '#d1495b', values: samples.map((one) => ownOf(one, 'renderer') / 1000) },
    { name: 'gpu-process', color: '#2e8b57', values: samples.map((one) => ownOf(one, 'gpu-process') / 1000) },
  ]
  const rest: readonly Curve[] = [
    {
      name: 'open files',
      color: '#444444',
      values: samples.map(({ processes }) => processes.reduce((sum, { handles }) => sum + handles, 0)),
    },
    {
      name: 'disk, 10 kB',
      color: '#b8860b',
      values: samples.map(({ disk }) => Object.values(disk).reduce((sum, bytes) => sum + bytes, 0) / 10_000),
    },
  ]
  return `<style>body { margin: 0; background: white; overflow: hidden }</style>
<svg width="${width}" height="${height}" font-family="sans-serif" font-size="15" fill="#222">
<text x="${box.left}" y="24" font-size="18">Own memory of each process, MB, hour by hour over ${Math.ceil(samples.length / 24)} simulated days</text>
${chart(memory, { ...box, most: 80, step: 20 }, samples.length)}
${chart(rest, { ...box, ...below, most: 300, step: 100 }, samples.length)}
<text x="${box.left}" y="${below.top - 16}">Open files of all processes, and what lies on the disk</text>
<text x="${box.right}" y="${below.top + below.height + 45}" text-anchor="end">simulated days</text>
</svg>`
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
  readonly most: number
  readonly step: number
}

function chart(curves: readonly Curve[], frame: Frame, hours: number): string {
  const { left, right, top, height: tall, most, step } = frame
  const x = (hour: number): number => left + ((right - left) * hour) / Math.max(hours - 1, 1)
  const y = (value: number): number => top + tall * (1 - value / most)
  const lines = Array.from({ length: most / step + 1 }, (_, line) => line * step).map(
    (value) =>
      `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>
<text x="${left - 8}" y="${y(value) + 5}" text-anchor="end">${value}</text>`,
  )
  const days = Array.from({ length: Math.floor(hours / 120) + 1 }, (_, part) => part * 5).map(
    (day) => `<text x="${x(day * 24)}" y="${top + tall + 22}" text-anchor="middle">${day}</text>`,
  )
  const drawn = curves.map(({ name, color, values }) => {
    const points = values.map((value, hour) => `${x(hour).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
    return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="1.5"/>
<text x="${right + 12}" y="${y(values.at(-1) ?? 0) + 5}" fill="${color}">${name}</text>`
  })
  return [...lines, ...days, ...drawn].join('\n')
}

import {
  type Color,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  modeLrgb,
  modeOklab,
  modeRgb,
  parseHex,
  useMode,
} from 'culori/fn'

for (const mode of [modeRgb, modeLrgb, modeOklab]) useMode(mode)

/** Colours as seen with normal sight, and without one kind of cone: long, middle, short waves. */
const eyes: readonly ((color: Color) => Color | undefined)[] = [
  (color) => color,
  filterDeficiencyProt(1),
  filterDeficiencyDeuter(1),
  filterDeficiencyTrit(1),
]

const distance = differenceEuclidean('oklab')

/**
 * The difference of two colours (OKLab) for the kind of sight that distinguishes them least. Colours are
 * written `#rrggbb`; any other text throws a `RangeError`.
 */
export function leastDifference(first: string, second: string): number {
  const [left, right] = [colorOf(first), colorOf(second)]
  const distances = eyes.map((see) => {
    const [one, other] = [see(left), see(right)]
    return one === undefined || other === undefined ? 0 : distance(one, other)
  })
  return Math.min(...distances)
}

function colorOf(text: string): Color {
  const color = parseHex(text)
  if (color === undefined) throw new RangeError(`${text} is no colour`)
  return color
}

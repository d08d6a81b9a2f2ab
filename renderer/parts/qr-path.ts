import { correction, generate } from 'lean-qr'

/** A QR code as an SVG path, in units of one module, with the margin that scanners need. */
export interface QrPath {
  /** Width and height, margin included. */
  readonly size: number
  readonly path: string
}

/** The blank modules around a code: ISO/IEC 18004 asks for four. */
const margin = 4

/** With the least correction, because a screen has no dirt on its modules. Throws for a text of more than 2,953 bytes. */
export function qrPath(text: string): QrPath {
  const code = generate(text, { minCorrectionLevel: correction.L })
  const cells = Array.from({ length: code.size }, (_, index) => index)
  const path = cells.flatMap((y) =>
    cells.filter((x) => code.get(x, y)).map((x) => `M${x + margin} ${y + margin}h1v1h-1z`),
  )
  return { size: code.size + 2 * margin, path: path.join('') }
}

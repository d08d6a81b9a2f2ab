import { useEffect, useState } from 'preact/hooks'

/** The modules of a QR code, row by row: true is black. */
type Modules = readonly (readonly boolean[])[]

/** The encoder is loaded only by the screens that show a code. */
const encode = async (text: string): Promise<Modules> => {
  const { encodeQR } = await import('qr')
  return encodeQR(text, 'raw', { ecc: 'medium', border: 3 })
}

/** A QR code with this text. Its place stays empty until the encoder is loaded. */
export function QrCode({ text }: { readonly text: string }) {
  const [modules, setModules] = useState<Modules>([])
  useEffect(() => {
    let isShown = true
    void encode(text).then((encoded) => isShown && setModules(encoded))
    return () => (isShown = false)
  }, [text])
  const size = Math.max(modules.length, 1)
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
      <path d={pathOf(modules)} />
    </svg>
  )
}

const pathOf = (modules: Modules): string =>
  modules.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : []))).join('')

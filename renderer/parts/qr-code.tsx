import { useEffect, useState } from 'preact/hooks'
import type { QrPath } from './qr-path.ts'

/** The encoder is loaded only by the screens that show a code. */
const encode = async (text: string): Promise<QrPath> => (await import('./qr-path.ts')).qrPath(text)

/** A QR code with this text. Its place stays empty until the encoder is loaded. */
export function QrCode({ text }: { readonly text: string }) {
  const [{ size, path }, setCode] = useState<QrPath>({ size: 1, path: '' })
  useEffect(() => {
    let isShown = true
    void encode(text).then((encoded) => isShown && setCode(encoded))
    return () => (isShown = false)
  }, [text])
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

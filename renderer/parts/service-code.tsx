import { serviceCodeOf, serviceText } from '../../shared/set-up/service-text.ts'
import type { View } from '../view.ts'
import { QrCode } from './qr-code.tsx'

/** For IT, on a panel that shows no room: the fault's name in large letters, the tablet's identity, and both as a QR code. */
export function ServiceCode({ snapshot }: View) {
  const { tablet, occupancy } = snapshot
  return (
    <div class="service">
      <QrCode text={serviceText(tablet, occupancy)} />
      <p class="service-names">
        <code class="code-line">{serviceCodeOf(occupancy)}</code>
        <code>
          {tablet.name} · {tablet.code}
        </code>
      </p>
    </div>
  )
}

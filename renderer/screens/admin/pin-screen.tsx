import type { PinPad } from '../../../shared/admin/pin-pad.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { Control } from '../../parts/control.tsx'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { Formats } from '../../words/formats.ts'
import type { AdminView } from './admin-view.ts'
import { PinKeys } from './pin-keys.tsx'

export interface PinScreenProps extends AdminView {
  readonly pad: PinPad
}

/** The PIN keys, and a message beside them. If no PIN is accepted, there are no keys. */
export function PinScreen({ pad, ...view }: PinScreenProps) {
  const words = view.language.words.admin
  return (
    <main class="admin-screen pin-screen">
      <section class="pin-said">
        <h1 class="admin-title">{words.enterPin}</h1>
        <p class="pin-word" role="status" data-testid="notice">
          <PadWord {...view} pad={pad} />
        </p>
        <Control mark="admin-leave" look="action admin-back" onPress={view.model.leave}>
          {words.back}
        </Control>
      </section>
      {pad.kind !== 'closed' && <PinKeys model={view.model} words={words} />}
    </main>
  )
}

function PadWord({ pad, language, now }: PinScreenProps) {
  const words = language.words.admin
  switch (pad.kind) {
    case 'looking':
      return <>{words.looking}</>
    case 'checking':
      return <>{words.checking}</>
    case 'ready':
      return pad.wasWrong ? <>{words.wrongPin}</> : null
    case 'lockedOut':
      return (
        <>
          {words.tooManyTries}{' '}
          <strong>{words.triesAgainIn(waitText(language.formats, pad.until - now))}</strong>
        </>
      )
    case 'closed':
      return (
        <>
          {words.noPin[pad.reason]} <CodeLine code={pad.reason} />
        </>
      )
  }
}

/**
 * The wait, rounded up, so that a person who comes back then may try again. In words with units: figures
 * alone would look like the time of day.
 */
const waitText = (formats: Formats, ms: number): string =>
  ms > minutes(1)
    ? formats.duration(Math.ceil(ms / minutes(1)) * minutes(1))
    : formats.seconds(Math.max(Math.ceil(ms / seconds(1)), 0))

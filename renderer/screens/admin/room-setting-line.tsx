import type { RoomOutcome, RoomSetting } from '../../../shared/admin/room-setting.ts'
import { nameOf } from '../../model/room-shelves.ts'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { Words } from '../../../shared/languages/words.ts'
import type { AdminView } from './admin-view.ts'

export interface RoomSettingLineProps extends AdminView {
  readonly setting: RoomSetting
}

/** The progress of a change of room, or its outcome. */
export function RoomSettingLine({ setting, language }: RoomSettingLineProps) {
  if (setting.kind === 'none') return null
  const { rooms } = language.words.admin
  const to = nameOf(setting.to)
  return (
    <p class="admin-line" role="status" data-testid="notice">
      {setting.kind === 'setting' ? (
        <strong>{rooms.setting(to)}</strong>
      ) : (
        <Outcome outcome={setting.outcome} to={to} toId={setting.to.id} words={language.words} />
      )}
    </p>
  )
}

interface OutcomeProps {
  readonly outcome: RoomOutcome
  readonly to: string
  readonly toId: string
  readonly words: Words
}

function Outcome({ outcome, to, toId, words }: OutcomeProps) {
  const { rooms } = words.admin
  if (outcome.kind !== 'refused') return <strong>{rooms[outcome.kind](to)}</strong>
  const { reason, file } = outcome
  // The line that IT must write, and its file: the door can show it in no other way.
  const code = file === undefined ? reason : `${file}: room.id = ${toId}`
  return (
    <>
      <strong>{rooms.refused}</strong> {whyNot(words)[reason]} <CodeLine code={code} />
    </>
  )
}

const whyNot = ({
  problem,
  admin: { rooms },
}: Words): Readonly<Record<Extract<RoomOutcome, { kind: 'refused' }>['reason'], string>> => ({
  ...problem,
  ...rooms.refusal,
  hubDecides: rooms.hubDecides,
  configurationMissing: rooms.faultyFile,
  configurationUnreadable: rooms.faultyFile,
  configurationInvalid: rooms.faultyFile,
  secretMissing: problem.secretUnavailable,
  passwordMissing: problem.secretUnavailable,
  secretOfOtherOrigin: problem.secretUnavailable,
  keyringLocked: problem.secretUnavailable,
  keyringTimedOut: problem.secretUnavailable,
  keyringUnavailable: problem.secretUnavailable,
})

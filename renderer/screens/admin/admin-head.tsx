import type { AdminView } from './admin-view.ts'

/** Which room and tablet this is, and whether the panel has its calendar. */
export function AdminHead({ snapshot, language, now }: AdminView) {
  const { room, tablet, connection } = snapshot
  const { words, formats } = language
  const facts = [tablet.name, tablet.code, tablet.version && words.admin.version(tablet.version)]
  const age =
    connection.readAt === undefined ? words.noData : words.dataFrom(formats.duration(now - connection.readAt))
  return (
    <header class="admin-head">
      <p class="admin-room">
        <bdi>{room.name}</bdi>
      </p>
      <p class="admin-tablet">{facts.filter(Boolean).join(' · ')}</p>
      <p class="admin-connection" data-live={connection.kind === 'live'}>
        {connection.kind === 'live' ? words.admin.online : `${words.connection[connection.kind]} · ${age}`}
      </p>
    </header>
  )
}

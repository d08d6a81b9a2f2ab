import type { Diagnosis, DiagnosisReport } from '../set-up/diagnosis.ts'
import type { PinPad } from './pin-pad.ts'
import type { RoomList, RoomSetting, RoomsNotRead, RoomsRead } from './room-setting.ts'

/** How far a person at the door has come towards the administrator's menu. */
export type Admin =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly pad: PinPad }
  /** The right PIN was given, and the screen was touched within the last minute. */
  | OpenMenu

export interface OpenMenu {
  readonly kind: 'open'
  readonly diagnosis: Diagnosis
  readonly rooms: RoomList
  readonly roomSetting: RoomSetting
}

/** A menu in which the administrator has not asked for anything yet. */
export const freshMenu: OpenMenu = {
  kind: 'open',
  diagnosis: { kind: 'none' },
  rooms: { kind: 'none' },
  roomSetting: { kind: 'none' },
}

export type AdminEvent =
  | { readonly kind: 'knocked' }
  | { readonly kind: 'padShown'; readonly pad: PinPad }
  | { readonly kind: 'opened' }
  | { readonly kind: 'left' }
  | { readonly kind: 'diagnosing' }
  | { readonly kind: 'diagnosed'; readonly report: DiagnosisReport }
  | { readonly kind: 'diagnosisFailed' }
  | { readonly kind: 'roomsAsked' }
  | ({ readonly kind: 'roomsRead' } & RoomsRead)
  | ({ readonly kind: 'roomsFailed' } & RoomsNotRead)
  | { readonly kind: 'roomSetting'; readonly roomSetting: Exclude<RoomSetting, { kind: 'none' }> }

/** Whether an administrator waits for this panel to go over to another room. */
export const isSettingRoom = (admin: Admin): boolean =>
  admin.kind === 'open' && admin.roomSetting.kind === 'setting'

/**
 * The administrator's part of the panel after `event`. An event that arrives after the administrator has left
 * changes nothing.
 */
export function adminAfter(admin: Admin, event: AdminEvent): Admin {
  switch (event.kind) {
    case 'knocked':
      return admin.kind === 'open' ? admin : { kind: 'asked', pad: { kind: 'looking' } }
    case 'padShown':
      return admin.kind === 'asked' ? { kind: 'asked', pad: event.pad } : admin
    case 'opened':
      return admin.kind === 'asked' ? freshMenu : admin
    case 'left':
      return { kind: 'none' }
    case 'diagnosing':
    case 'diagnosed':
    case 'diagnosisFailed':
    case 'roomsAsked':
    case 'roomsRead':
    case 'roomsFailed':
    case 'roomSetting':
      return admin.kind === 'open' ? menuAfter(admin, event) : admin
  }
}

type MenuEvent = Exclude<AdminEvent, { kind: 'knocked' | 'padShown' | 'opened' | 'left' }>

function menuAfter(menu: OpenMenu, event: MenuEvent): OpenMenu {
  switch (event.kind) {
    case 'diagnosing':
      return { ...menu, diagnosis: { kind: 'running' } }
    case 'diagnosed':
      return { ...menu, diagnosis: { kind: 'done', ...event.report } }
    case 'diagnosisFailed':
      return { ...menu, diagnosis: { kind: 'failed' } }
    case 'roomsAsked':
      return { ...menu, rooms: { kind: 'reading' } }
    case 'roomsRead':
      return { ...menu, rooms: { kind: 'read', rooms: event.rooms, current: event.current } }
    case 'roomsFailed':
      return { ...menu, rooms: { ...event, kind: 'failed' } }
    case 'roomSetting':
      return withRoom({ ...menu, roomSetting: event.roomSetting })
  }
}

/** After a change of room the new room is marked in the list. */
function withRoom(menu: OpenMenu): OpenMenu {
  const { roomSetting, rooms } = menu
  if (roomSetting.kind !== 'settled' || roomSetting.outcome.kind !== 'done') return menu
  return {
    ...menu,
    rooms: rooms.kind === 'read' ? { ...rooms, current: roomSetting.to.id } : rooms,
  }
}

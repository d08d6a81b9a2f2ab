/** The equipment of a room for meetings, in the order in which the door shows it. */
export const equipmentKinds = ['display', 'projector', 'video', 'phone', 'whiteboard'] as const

export type Equipment = (typeof equipmentKinds)[number]

/**
 * The words for each kind of equipment in the panel's languages. A company chooses the names of its devices
 * freely, and these words usually occur in them.
 */
const wordsFor: Readonly<Record<Equipment, RegExp>> = {
  display:
    /\btv\b|screen|display|monitor|电视|電視|屏|モニター|ディスプレイ|テレビ|fernseh|bildschirm|écran|화면|모니터/i,
  projector: /projector|beamer|投影|プロジェクター|projecteur|vidéoprojecteur|프로젝터/i,
  video: /video|camera|webcam|视频|視訊|摄像|攝影|カメラ|ビデオ|kamera|visio|caméra|카메라|화상/i,
  phone: /phone|电话|電話|telefon|téléphone|전화/i,
  whiteboard: /white ?board|白板|ホワイトボード|tableau blanc|화이트보드/i,
}

/** The kinds of equipment among these devices that have a sign of their own. */
export const equipmentIn = (devices: readonly string[]): readonly Equipment[] =>
  equipmentKinds.filter((kind) => devices.some((device) => wordsFor[kind].test(device)))

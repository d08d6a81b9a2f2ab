import { type Locale, locales } from '../../shared/languages/locales.ts'
import type { SupportWords } from '../../shared/languages/support-words.ts'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'

/**
 * Why the door can't be shown.
 *
 * - `pageCrashes`: the page died repeatedly before it had been well
 * - `programCrashes`: the whole program did
 */
export const supportCodes = ['pageCrashes', 'programCrashes'] as const

export type SupportCode = (typeof supportCodes)[number]

/** The path of the support page for a code. Its style is beside it. */
export const supportPath = (code: SupportCode): string => `/support/${code}`
export const supportStylePath = '/support/style.css'

export const supportCodeOf = (path: string): SupportCode | undefined =>
  supportCodes.find((code) => supportPath(code) === path)

const files = import.meta.glob<{ readonly support: SupportWords }>('../../shared/languages/*/support.ts', {
  eager: true,
})

const sectionIn = (locale: Locale): string => {
  const { headline = '', advice = '' } = files[`../../shared/languages/${locale}/support.ts`]?.support ?? {}
  return `<section lang="${locale}"><h1>${headline}</h1><p>${advice}</p></section>`
}

/**
 * In all of the panel's languages, because the configuration with the door's language may not have been read.
 */
const sections = locales.map(sectionIn).join('')

/**
 * A page without a script, made here and not read from a file, so that it works even if the door's own page
 * fails. It makes no claim about the room.
 */
export const supportPage = (
  code: SupportCode,
  { name, code: tablet }: TabletIdentity,
): string => `<!doctype html>
<html lang="en" data-occupancy="unknown" data-connection="offline" data-booking="">
<head><meta charset="utf-8"><title>Room Panel</title><link rel="stylesheet" href="${supportStylePath}"></head>
<body><main>${sections}</main>
<footer>${[code, name, tablet].map((part) => `<span>${escaped(part)}</span>`).join('')}</footer></body>
</html>
`

/** A host name can't contain these characters; they are escaped in case it does. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * The page's own typeface, if its file can be read: electron.vite.config.ts gives it this name. Each language has the family that
 * has its letters.
 */
export const supportFont = '/assets/inter-latin-opsz-normal.woff2'

export const supportStyle = `
@font-face { font-family: Inter; font-weight: 100 900; src: url('${supportFont}') format('woff2') }
* { box-sizing: border-box; margin: 0 }
html { height: 100%; background: #12151b; color: #fff; cursor: none; user-select: none; -webkit-user-select: none }
body { height: 100%; padding: 6vmin; display: flex; flex-direction: column; gap: 3vmin; overflow: hidden;
  font: 450 3vmin/1.35 Inter, "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; border: 1.5vmin dashed #8b93a3 }
:lang(ja) { font-family: Inter, "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic UI", sans-serif }
:lang(ko) { font-family: Inter, "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", sans-serif }
:lang(zh-TW) { font-family: Inter, "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", sans-serif }
main { flex: 1; display: grid; gap: 2vmin 6vmin; align-content: space-evenly }
@media (orientation: landscape) { main { grid-template-columns: 1fr 1fr } }
h1, p { text-wrap: balance; word-break: auto-phrase }
:lang(ko) { word-break: keep-all }
h1 { font-size: 4.6vmin; line-height: 1.25; font-weight: 650 }
p { color: #d3d8e2 }
footer { display: flex; gap: 5vmin; color: #d3d8e2; font-family: "DejaVu Sans Mono", ui-monospace, monospace; font-size: 3vmin }
`

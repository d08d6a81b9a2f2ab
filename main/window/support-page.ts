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

export const supportStyle = `
* { box-sizing: border-box; margin: 0 }
html { height: 100%; background: #12151b; color: #fff; cursor: none; user-select: none; -webkit-user-select: none }
body { height: 100%; padding: 7vmin; display: flex; flex-direction: column; overflow: hidden;
  font: 3.6vmin/1.4 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; border: 1.5vmin dashed #8b93a3 }
main { flex: 1; display: flex; flex-direction: column; justify-content: space-evenly }
h1 { font-size: 7.4vmin; line-height: 1.25; font-weight: 600 }
p { color: #d3d8e2 }
footer { display: flex; gap: 5vmin; color: #d3d8e2; font-family: ui-monospace, monospace; font-size: 3vmin }
`

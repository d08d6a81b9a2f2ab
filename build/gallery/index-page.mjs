/** @typedef {import('./hang.mjs').Finding} Finding */

const style = `
  body { margin: 24px; font: 14px system-ui, sans-serif; background: #e9ecf1; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 24px; }
  img { width: 100%; box-shadow: 0 2px 12px rgb(0 0 0 / 30%); }
  figure { margin: 0; }
  li { color: #8c1028; }
`

/**
 * @param {string} text
 * @returns {string}
 */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** @param {Finding} finding */
const figure = ({ name, problems }) => `<figure>
  <a href="${name}.png"><img src="${name}.png" alt="${name}" loading="lazy"></a>
  <figcaption>${name}<ul>${problems.map((problem) => `<li>${escaped(problem)}</li>`).join('')}</ul></figcaption>
</figure>`

/**
 * All pictures on one page, those with problems first.
 *
 * @param {Finding[]} findings
 */
export const indexPage = (findings) => {
  const sorted = findings.toSorted((one, other) => other.problems.length - one.problems.length)
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Room Panel: the gallery</title><style>${style}</style>
<h1>${findings.length} pictures</h1>
<main>${sorted.map(figure).join('\n')}</main></html>
`
}

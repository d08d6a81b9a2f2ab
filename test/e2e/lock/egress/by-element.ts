import type { WayOut } from './ways-out.ts'

const element = (kind: string, ...attributes: readonly string[]): string => `
  const element = document.createElement('${kind}')
  ${attributes.map((one) => `element.${one}`).join('\n')}
  document.body.append(element)`

const link = (rel: string, more = ''): WayOut => [
  `<link rel=${rel}>`,
  `
  const link = document.createElement('link')
  link.rel = '${rel}'
  ${more}
  link.href = 'https://' + host + '/'
  document.head.append(link)`,
]

const src = "src = 'https://' + host + '/'"

/** What is put onto the page loads something, or makes Chromium prepare for it. */
export const byElement: readonly WayOut[] = [
  link('dns-prefetch'),
  link('preconnect'),
  link('prefetch'),
  link('prerender'),
  link('preload', "link.as = 'image'"),
  link('modulepreload'),
  link('icon'),
  link('apple-touch-icon'),
  link('manifest'),
  link('stylesheet'),
  [
    'a link that is prepared for',
    `
    const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'x-dns-prefetch-control', content: 'on' })
    document.head.append(meta)
    ${element('a', "href = 'https://' + host + '/'", "textContent = 'out'")}
    for (const type of ['pointerover', 'mouseover', 'pointerdown', 'mousedown'])
      element.dispatchEvent(new PointerEvent(type, { bubbles: true }))
    element.remove()`,
  ],
  ['a link with a ping', element('a', "href = '#'", "ping = 'https://' + host + '/'", 'click()', 'remove()')],
  ['a download', element('a', "href = 'https://' + host + '/'", "download = 'out'", 'click()', 'remove()')],
  [
    'speculation rules',
    element(
      'script',
      "type = 'speculationrules'",
      "textContent = JSON.stringify({ prefetch: [{ urls: ['https://' + host + '/'] }], prerender: [{ urls: ['https://' + host + '/'] }] })",
    ),
  ],
  ['<img>', element('img', src)],
  ['<img srcset>', element('img', "srcset = 'https://' + host + '/ 2x'")],
  ['<img attributionsrc>', element('img', "setAttribute('attributionsrc', 'https://' + host + '/')")],
  ['<video>', element('video', 'autoplay = true', src)],
  ['<audio>', element('audio', 'autoplay = true', src)],
  ['<input type=image>', element('input', "type = 'image'", src)],
  ['<iframe>', element('iframe', src)],
  ['<fencedframe>', element('fencedframe', "setAttribute('src', 'https://' + host + '/')")],
  ['<embed>', element('embed', src)],
  ['<object>', element('object', "data = 'https://' + host + '/'")],
  ['<script>', element('script', src)],
  [
    'a picture in a picture',
    `
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', 'https://' + host + '/')
    svg.append(image)
    document.body.append(svg)`,
  ],
  ['a background', "document.body.style.background = 'url(https://' + host + '/)'"],
  [
    'an imported style',
    `
    const sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
    await sheet.replace('@import url(https://' + host + '/); @font-face { font-family: out; src: url(https://' + host + '/) }')`,
  ],
  ['a form', element('form', "action = 'https://' + host + '/'", "method = 'post'", 'submit()', 'remove()')],
  [
    'a form into a new window',
    element('form', "action = 'https://' + host + '/'", "target = '_blank'", 'submit()', 'remove()'),
  ],
  [
    'a report of what a policy forbids',
    `
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = "img-src 'none'; report-uri https://" + host + "/; report-to out"
    document.head.append(meta)
    new Image().src = '/brand/logo'`,
  ],
]

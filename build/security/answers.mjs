/**
 * Electronegativity's findings in the product, and why each stays. A finding that isn't listed here fails
 * `npm run security`.
 *
 * @type {readonly { issue: string, files: RegExp, answer: string }[]}
 */
export const answers = [
  {
    issue: 'CSP_GLOBAL_CHECK',
    files: /renderer\/index\.html$/,
    answer:
      "it would have hashes in the place of script-src 'self'; 'self' is our own scheme, which serves the program's files alone",
  },
  {
    issue: 'AUXCLICK_JS_CHECK',
    files: /^main\/window\/kiosk-window\.ts$/,
    answer: 'a middle click asks for a window like any other click, and lock.ts denies every window',
  },
  {
    issue: 'PRELOAD_JS_CHECK',
    files: /^main\/window\/kiosk-window\.ts$/,
    answer: 'reviewed: main/preload.ts forwards requests by name, which main parses, and exposes no event',
  },
  {
    issue: 'CUSTOM_ARGUMENTS_JS_CHECK',
    files: /^main\/window\/cut-off\.ts$/,
    answer: 'the switches take away: names from the page, and from Chromium what it would send by itself',
  },
  {
    issue: 'DANGEROUS_FUNCTIONS_JS_CHECK',
    files: /^main\/window\/lock-window\.ts$/,
    answer: 'insertCSS of a constant text',
  },
  {
    issue: 'DANGEROUS_FUNCTIONS_JS_CHECK',
    files: /^out\/renderer\/assets\/index-.*\.js$/,
    answer: "Preact's timer calls a function, not a text; the page's policy has no unsafe-eval",
  },
]

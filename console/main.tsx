import { render } from 'preact'
import { createNow } from '../renderer/now.ts'
import { hub } from './ask-hub.ts'
import { ConsolePage } from './console-page.tsx'
import { openDoorSource } from './door-source.ts'
import { createConsoleModel } from './model/console-model.ts'
import { createDeskModel } from './model/desk-model.ts'
import { loadLanguage, localeFor } from './words/language.ts'
import './style/index.css'

/** By what the reader's system has, also when that changes. */
function followTheme(root: HTMLElement): void {
  const light = matchMedia('(prefers-color-scheme: light)')
  const dress = (): void => void (root.dataset['theme'] = light.matches ? 'light' : 'dark')
  light.addEventListener('change', dress)
  dress()
}

async function begin(): Promise<void> {
  const locale = localeFor(navigator.languages)
  const language = await loadLanguage(locale, Intl.DateTimeFormat().resolvedOptions().timeZone)
  document.documentElement.lang = locale
  document.title = `${language.words.title} – Room Panel`
  followTheme(document.documentElement)
  const now = createNow()
  now.beatEvery('second')
  const model = createConsoleModel(now, locale)
  const source = openDoorSource({ url: 'api/doors/events', onNews: model.take, onLost: model.lose })
  now.uptime.subscribe(source.look)
  render(<ConsolePage model={model} desk={createDeskModel(hub)} language={language} />, document.body)
}

void begin()

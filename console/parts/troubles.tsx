import type { ConsoleView } from '../view.ts'

/** Why the list below may not be as things are. */
export function Troubles({ model, language: { words, formats } }: ConsoleView) {
  const news = model.news.value
  if (news === undefined) return model.isHeard.value ? null : <p class="trouble calm">{words.connecting}</p>
  return (
    <div role="status" class="troubles">
      {!model.isHeard.value && <p class="trouble">{words.hubLost(formats.time(news.now))}</p>}
      {!news.isBrokerConnected && <p class="trouble">{words.brokerLost}</p>}
      {!news.isDatabaseUp && <p class="trouble">{words.databaseLost}</p>}
    </div>
  )
}

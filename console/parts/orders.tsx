import { orderKinds } from '../../shared/line/door-messages.ts'
import type { Order } from '../model/desk-model.ts'
import type { ConsoleView } from '../view.ts'

interface OrdersProps extends ConsoleView {
  readonly door: string
}

/** What a person who is signed in can have the door do, and what came of it. */
export function Orders({ door, desk, language }: OrdersProps) {
  const { words } = language
  if (desk.session.value?.name === undefined) return null
  const order = desk.order.value?.door === door ? desk.order.value : undefined
  const isBusy = desk.order.value?.state === 'underWay'
  return (
    <div class="orders">
      <div class="choices">
        {orderKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            data-order={kind}
            data-sure={order?.kind === kind && order.state === 'sure'}
            disabled={isBusy}
            onClick={() => void desk.give(door, kind)}
          >
            {order?.kind === kind && order.state === 'sure' ? words.sure : words.order[kind]}
          </button>
        ))}
      </div>
      <div role="status">{order && <Outcome {...order} language={language} />}</div>
    </div>
  )
}

function Outcome({ state, language: { words } }: Order & Pick<ConsoleView, 'language'>) {
  if (state === 'sure') return null
  if (state === 'underWay') return <p>{words.underWay}</p>
  if (!state.ok) return <p class="wrong">{words.orderFault[state.error] ?? words.unreachable}</p>
  switch (state.value.kind) {
    case 'picture':
      return <img class="picture" src={state.value.url} alt={words.order.picture} />
    case 'lines':
      return <pre class="lines">{state.value.lines.join('\n')}</pre>
    case 'restarting':
      return <p>{words.restarting}</p>
  }
}

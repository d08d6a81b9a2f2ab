import type { BrokerFault } from '../../engine/broker.ts'
import { createLine, type Line } from '../../engine/line/line.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { BrokerAdmin } from '../broker/broker-admin.ts'
import { createDynamicSecurity } from '../broker/dynamic-security.ts'
import { createPluginControl } from '../broker/plugin-control.ts'
import { reasonOf } from '../cli/problem-text.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import { authorityFor } from './broker-authority.ts'

export interface OpenBroker {
  readonly admin: BrokerAdmin
  readonly line: Line
  readonly close: () => Promise<void>
}

/** The broker's accounts over a connection of a command's own; or a sentence that names the missing part. */
export async function openBroker(
  broker: HubConfiguration['broker'],
  outside: { readonly clock: Clock; readonly log: Log },
): Promise<Result<OpenBroker, string>> {
  const { username, passwordFile } = broker.admin
  const password = await readSecretFile(passwordFile)
  if (!password.ok) return err(`${passwordFile} is ${password.error}`)
  const connect = mqttBroker({
    ...authorityFor(broker),
    url: broker.url,
    // Another one than the running hub's, which the broker would throw out.
    clientId: `room-panel-hub-command-${process.pid}`,
    username,
    readPassword: async () => password,
    sessionExpiry: 0,
  })
  const line = await connected((tell) =>
    createLine({
      ...outside,
      random: Math.random,
      connect: async (events) => {
        const opened = await connect(events)
        if (!opened.ok) tell(opened.error)
        return opened
      },
    }),
  )
  if (!line.ok) return err(faultTexts[line.error.code](line.error))
  const control = createPluginControl(line.value, outside.clock)
  return ok({ admin: createDynamicSecurity(control, username), line: line.value, close: line.value.close })
}

/** The line once it is connected, or why it could not be the first time. */
const connected = (begin: (tell: (fault: BrokerFault) => void) => Line): Promise<Result<Line, BrokerFault>> =>
  new Promise((resolve) => {
    const line = begin((fault) => {
      void line.close()
      resolve(err(fault))
    })
    line.onConnection(() => resolve(ok(line)))
  })

const faultTexts: Readonly<Record<BrokerFault['code'], (fault: BrokerFault) => string>> = {
  unreachable: ({ cause }) => `the broker can’t be reached: ${reasonOf(cause)}`,
  denied: () => 'the broker does not let broker.admin in with this password',
}

import type { LineProbe } from '../../engine/line-probe.ts'
import type { CanRead, ConfigurationPlace, ProxyLogin } from '../../engine/ports.ts'
import type { CalendarProbe } from '../../engine/room-calendar.ts'
import type { Vault } from '../../engine/secrets.ts'
import type {
  Configuration,
  DirectConfiguration,
  HubDoorConfiguration,
} from '../../shared/config/configuration.ts'
import type { Result } from '../../shared/result.ts'
import type { TabletClock } from './checks/calendar-calls.ts'
import type { RedeemCode } from './enrolment/redeem-code.ts'

/** What carrying out an order needs of the tablet and of the network. */
export interface OrderParts {
  readonly vault: Vault
  readonly clock: TabletClock
  /** Makes a probe of the calendar with these credentials. */
  readonly probeFor: (configuration: DirectConfiguration, appSecret: string) => CalendarProbe
  /** Makes a probe of the line of a door with a hub, with this password. */
  readonly lineProbeFor: (configuration: HubDoorConfiguration, password: string) => LineProbe
  readonly redeem: RedeemCode
  /** SHA-256 of the first certificate in a file. */
  readonly fingerprintIn: (file: string) => Promise<Result<string, unknown>>
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
  readonly place: ConfigurationPlace
  /** The configuration that the order will replace; undefined if none can be used. */
  readonly present: () => Promise<Configuration | undefined>
  readonly canRead: CanRead
  /** Uses this proxy login instead of the stored one until the next call. */
  readonly tryProxyLogin?: (login: ProxyLogin | undefined) => void
}

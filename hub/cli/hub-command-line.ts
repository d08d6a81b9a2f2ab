import { parseArgs } from 'node:util'
import { type OrderKind, orderKinds } from '../../shared/line/door-messages.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type HubCommand, hubSwitches, isHubCommand, usualConfiguration } from './hub-usage.ts'

/** The command line, parsed. */
export type HubCommandLine = { readonly config: string; readonly asJson: boolean } & (
  | { readonly command: 'enrol'; readonly room: string }
  | { readonly command: 'unassign' | 'rotate'; readonly door: string }
  | { readonly command: 'order'; readonly door: string; readonly kind: OrderKind; readonly out?: string }
  | { readonly command: 'doors' | 'status' }
  | { readonly command: 'doctor' }
  | { readonly command: 'run' }
)

/** The command line, a question about the program, or a sentence about its wrong use. */
export function parseHubCommandLine(
  args: readonly string[],
): Result<HubCommandLine | 'help' | 'version', string> {
  const read = readSwitches(args)
  if (!read.ok) return read
  const { texts, words } = read.value
  if (texts.has('version')) return ok('version')
  const [command = 'help', ...operands] = words
  if (command === 'help' || texts.has('help')) return ok('help')
  if (!isHubCommand(command)) return err(`There is no command ${command}.`)
  const foreign = [...texts.keys()].find((name) => hubSwitches.get(name)?.of?.includes(command) === false)
  if (foreign !== undefined) return err(`--${foreign} is no switch of ${command}.`)
  const common = { config: texts.get('config') ?? usualConfiguration, asJson: texts.has('json') }
  return askedOf(command, operands, texts, common)
}

function askedOf(
  command: HubCommand,
  [operand, ...more]: readonly string[],
  texts: Read['texts'],
  common: Pick<HubCommandLine, 'config' | 'asJson'>,
): Result<HubCommandLine, string> {
  if (command === 'unassign' || command === 'rotate') {
    if (operand === undefined || more.length > 0) return err(`It is: ${command} DOOR.`)
    return ok({ ...common, command, door: operand })
  }
  if (command === 'order') {
    const kind = orderKinds.find((known) => known === more[0])
    if (operand === undefined || kind === undefined || more.length > 1)
      return err(`It is: order DOOR ${orderKinds.join('|')}.`)
    const out = texts.get('out')
    if (out !== undefined && kind !== 'picture') return err('--out is for order DOOR picture.')
    return ok({ ...common, command, door: operand, kind, ...(out !== undefined && { out }) })
  }
  if (operand !== undefined) return err(`${command} takes no ${operand}.`)
  if (operandless(command)) return ok({ ...common, command })
  const room = texts.get('room')
  return room === undefined ? err('It is: enrol --room ROOM.') : ok({ ...common, command, room })
}

const operandless = (command: HubCommand): command is 'doctor' | 'doors' | 'status' | 'run' =>
  command === 'doctor' || command === 'doors' || command === 'status' || command === 'run'

interface Read {
  /** By the names of the switches; empty for one without a value. */
  readonly texts: ReadonlyMap<string, string>
  readonly words: readonly string[]
}

function readSwitches(args: readonly string[]): Result<Read, string> {
  const options = Object.fromEntries(
    [...hubSwitches].map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const texts = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const known = hubSwitches.get(name)
    if (known === undefined) return err(`There is no switch ${rawName}.`)
    const isOther = inlineValue === false && value.startsWith('-') && value !== '-'
    if (known.value !== undefined && (value === undefined || value === '' || isOther))
      return err(`${rawName} takes a value.`)
    if (known.value === undefined && value !== undefined) return err(`${rawName} takes no value.`)
    texts.set(name, value ?? '')
  }
  return ok({ texts, words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])) })
}

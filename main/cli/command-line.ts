import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../shared/result.ts'
import { chromiumSwitches, isDriven } from './chromium-switches.ts'
import { mayGoWith, type Command, isCommand, isSwitch, switches, type SwitchName } from './usage.ts'

/** The command line, parsed. */
export interface CommandLine {
  readonly command: Command
  /** The configuration file, if the command line names one. */
  readonly config?: string
  /** The folder for all of the panel's files. */
  readonly userData?: string
  /** Runs with a built-in Feishu and no credentials. Its time runs `speed` times as fast as real time. */
  readonly demo?: { readonly speed: number }
  /** Answers in JSON. */
  readonly json?: true
  /** Asks the calendar even when the commands' part of the month's calls is spent. */
  readonly force?: true
  /** Writes an order for each door in a table of rooms into a folder; `withSecrets`: with what comes on standard input. */
  readonly fleet?: {
    readonly table: string
    readonly encoding?: string
    readonly folder: string
    readonly withSecrets: boolean
  }
  /** Keeps a picture of the page in a file; `once`: ends the program after the first true one. */
  readonly picture?: { readonly file: string; readonly once: boolean }
}

/** A question that prints a text and ends. `of`: about one command. */
export type Question = { readonly command: 'help'; readonly of?: Command } | { readonly command: 'version' }

/** The parts of a command line, by our names. */
interface Given {
  readonly flags: ReadonlySet<SwitchName>
  readonly texts: ReadonlyMap<SwitchName, string>
  readonly words: readonly string[]
}

/**
 * The command line, or a sentence about its wrong use. Switches may stand before the command and after it.
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine | Question, string> {
  const read = readArguments(args)
  if (!read.ok) return read
  const { flags, words } = read.value
  if (flags.has('version')) return ok({ command: 'version' })
  const isHelp = flags.has('help') || words[0] === 'help'
  const [name, ...operands] = words[0] === 'help' ? words.slice(1) : words
  if (isHelp && name === undefined) return ok({ command: 'help' })
  const command = name ?? 'panel'
  if (!isCommand(command)) return err(`There is no command ${command}.`)
  return isHelp ? ok({ command: 'help', of: command }) : askedOf(command, operands, read.value)
}

function readArguments(args: readonly string[]): Result<Given, string> {
  const options = Object.fromEntries(
    Object.entries(switches).map(([name, { kind }]) => [
      name,
      { type: kind === 'text' ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const [flags, texts] = [new Set<SwitchName>(), new Map<SwitchName, string>()]
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (isSwitch(name)) {
      const isText = switches[name].kind === 'text'
      const isOther = inlineValue === false && value.startsWith('-')
      if (isText && (value === undefined || value === '' || isOther)) return err(`${rawName} takes a value.`)
      if (!isText && value !== undefined) return err(`${rawName} takes no value.`)
      if (value === undefined) flags.add(name)
      else texts.set(name, value)
    } else if (!chromiumSwitches.has(name) && !isDriven(args)) return err(`There is no switch ${rawName}.`)
  }
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  // ChromeDriver ends its line with a page to open.
  return ok({ flags, texts, words: isDriven(args) ? [] : words })
}

function askedOf(command: Command, operands: readonly string[], given: Given): Result<CommandLine, string> {
  const { flags, texts } = given
  const foreign = [...flags, ...texts.keys()].find((name) => !mayGoWith(name, command))
  if (foreign !== undefined) return err(`--${foreign} is no switch of ${command}.`)
  const [task, table, ...more] = operands
  if (command === 'fleet') {
    if (task !== 'plan' || table === undefined || more.length > 0) return err('It is: fleet plan ROOMS.csv.')
  } else if (task !== undefined) return err(`${command} takes no ${task}.`)
  const file = texts.get('screenshot')
  if (flags.has('once') && file === undefined) return err('--once goes with --screenshot.')
  const speed = Number(texts.get('speed') ?? 1)
  if (!(speed > 0 && speed <= 10_000)) return err('--speed takes a number above 0, up to 10000.')
  const [config, userData, encoding] = [
    texts.get('config'),
    texts.get('user-data-dir'),
    texts.get('encoding'),
  ]
  return ok({
    command,
    ...(config !== undefined && { config }),
    ...(userData !== undefined && { userData }),
    ...(flags.has('json') && { json: true }),
    ...(flags.has('force') && { force: true }),
    ...(flags.has('demo') && { demo: { speed } }),
    ...(table !== undefined && {
      fleet: {
        table,
        ...(encoding !== undefined && { encoding }),
        folder: texts.get('out') ?? 'doors',
        withSecrets: flags.has('with-secrets'),
      },
    }),
    ...(file !== undefined && { picture: { file, once: flags.has('once') } }),
  })
}

import { linesTo } from '../main/adapters/log/terminal.ts'
import { parseHubCommandLine } from './cli/hub-command-line.ts'
import { hubUsage } from './cli/hub-usage.ts'
import { hubVersion } from './version.ts'

/** The hub's entry point. `composition/` puts its parts together, and only there adapters are made. */

// The clock would keep the process.
process.exit(await begin(process.argv.slice(2)))

async function begin(args: readonly string[]): Promise<number> {
  const asked = parseHubCommandLine(args)
  if (!asked.ok) {
    linesTo(process.stderr)(`${asked.error} room-panel-hub --help says what there is.`)
    return 2
  }
  if (asked.value === 'help') {
    hubUsage().forEach(linesTo(process.stdout))
    return 0
  }
  if (asked.value === 'version') {
    linesTo(process.stdout)(await hubVersion())
    return 0
  }
  const { runHubCommand } = await import('./composition/run-command.ts')
  return runHubCommand(asked.value)
}

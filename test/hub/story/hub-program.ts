import { readHubConfiguration } from '../../../hub/config/read-hub-configuration.ts'
import { runHub } from '../../../hub/composition/run-hub.ts'

/** A hub as a program of its own. Its arguments: the configuration's file, and the folder for its counter. */
const [file = '', folder = ''] = process.argv.slice(2)
const configuration = await readHubConfiguration(file)
if (!configuration.ok) throw new Error(JSON.stringify(configuration.error))
await runHub({ configuration: configuration.value, databaseUrl: configuration.value.database.url, folder })

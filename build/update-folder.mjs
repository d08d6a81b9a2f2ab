import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { orExplain } from './or-explain.mjs'
import { carryOut } from './setup/step.mjs'
import { folderSources, signFolder } from './updates/folder.mjs'

const usage =
  'It is: npm run update:folder -- --folder DIR --key FINGERPRINT [--uri https://… --sources FILE] [PACKAGE.deb …]'

/** For IT: signs a folder of packages, and writes what a tablet has to know of it (docs/updates.md). */
await orExplain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      key: { type: 'string' },
      uri: { type: 'string' },
      sources: { type: 'string' },
    },
  })
  const { folder, key, uri, sources } = values
  if (folder === undefined || key === undefined || (uri === undefined) !== (sources === undefined))
    throw new Error(usage)
  await carryOut({
    title: 'Folder',
    doing: 'listing and signing its packages',
    run: async () => {
      await signFolder({ folder, key, packages: positionals })
      if (uri === undefined || sources === undefined) return `${folder} is signed`
      await writeFile(sources, await folderSources(uri, key))
      return `${folder} is signed; a tablet wants ${sources} as /etc/room-panel-update/folder.sources`
    },
  })
})

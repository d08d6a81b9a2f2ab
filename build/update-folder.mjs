import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { orExplain } from './or-explain.mjs'
import { carryOut } from './setup/step.mjs'
import { folderSources, signFolder } from './updates/folder.mjs'

const usage =
  'It is: npm run update:folder -- --folder DIR --key FINGERPRINT [--ring NAME] [--days N] [--uri https://… --sources FILE] [PACKAGE.deb …]'

/**
 * For IT: signs a folder of packages, and prints the settings that a tablet needs for it (docs/updates.md).
 */
await orExplain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      key: { type: 'string' },
      ring: { type: 'string' },
      days: { type: 'string', default: '90' },
      uri: { type: 'string' },
      sources: { type: 'string' },
    },
  })
  const { folder, key, uri, sources, days } = values
  if (folder === undefined || key === undefined || (uri === undefined) !== (sources === undefined))
    throw new Error(usage)
  const ring = values.ring ?? basename(folder)
  if (!/^[\w.-]+$/.test(ring) || !/^[1-9]\d{0,3}$/.test(days)) throw new Error(usage)
  await carryOut({
    title: 'Folder',
    doing: 'listing and signing its packages',
    run: async () => {
      await signFolder({ folder, key, ring, days: Number(days), packages: positionals })
      const signed = `${folder} is signed for ${ring}, for ${days} days`
      if (uri === undefined || sources === undefined) return signed
      await writeFile(sources, await folderSources({ uri, ring, key }))
      return `${signed}; a tablet wants ${sources} as /etc/room-panel-update/folder.sources`
    },
  })
})

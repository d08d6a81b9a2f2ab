import assert from 'node:assert/strict'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDebianPackage } from './deb/package.mjs'
import { orExplain } from './or-explain.mjs'
import { inProject, readJson } from './project.mjs'
import { run } from './run.mjs'
import { createClosing } from './session/closing.mjs'
import { carryOut } from './setup/step.mjs'
import { setUp } from './setup/steps.mjs'
import { boot, debianBase, patiently, putDisplayInMemory, runInImage } from './try/container.mjs'
import { expectSandbox, remains, rendererOf, startFeishu, trueState } from './try/tablet.mjs'

/** The life of a tablet in a container with a systemd of its own: installed, set up, run, frozen, upgraded, purged. */

const { version } = readJson(inProject('package.json'), { version: '' })
const next = `${version}+next`
const units = '/usr/lib/systemd/system/room-panel*.service'

/** What comes before a command that draws on the kiosk's screen or reads it. */
const asKiosk = [
  ...['setpriv', '--reuid=room-panel', '--regid=room-panel', '--clear-groups'],
  ...['env', 'DISPLAY=:0', 'XAUTHORITY=/run/room-panel/Xauthority'],
]

/** Longer than the watchdog waits, the panel starts, and its page paints. */
const frozenLimit = 120_000

/** @param {ReturnType<typeof createClosing>} closing */
const live = async (closing) => {
  const workshop = await mkdtemp('/var/tmp/room-panel-try-')
  closing.add(() => rm(workshop, { recursive: true }))
  const system = join(workshop, 'tablet')

  /** @param {string} title @param {string} doing @param {() => Promise<string>} step */
  const step = (title, doing, step) => carryOut({ title, doing, run: step })

  await step('Packages', `writing ${version} and ${next}`, async () => {
    await makeDebianPackage({ folder: workshop, compression: 'none' })
    await makeDebianPackage({ folder: workshop, compression: 'none', version: next })
    return 'written'
  })
  await step('Debian 12', 'fetching or unpacking it', async () => {
    const tar = await debianBase()
    await mkdir(system)
    await run('tar', ['-xf', tar, '-C', system])
    return 'there'
  })
  /** @param {string} which */
  const install = async (which) => {
    const file = `room-panel_${which}_amd64.deb`
    await run('mv', [join(workshop, file), join(system, 'root', file)])
    return `/root/${file}`
  }
  await step('Installation', 'apt-get install', async () => {
    const file = await install(version)
    await runInImage(system, ['apt-get', 'update'])
    await runInImage(system, ['apt-get', 'install', '-y', '--no-install-recommends', file])
    await runInImage(system, ['sh', '-c', `systemd-analyze verify ${units}`])
    return 'installed; its units pass systemd-analyze verify'
  })
  await putDisplayInMemory(system)

  const container = await boot(system)
  closing.add(container.stop)
  const feishu = await startFeishu(container)
  closing.add(feishu.stop)

  await step('Provisioning', 'room-panel provision', async () => {
    const { status, output } = await container.tryOut(['room-panel', 'provision'], feishu.order)
    assert.equal(status, 0, output)
    return 'stored'
  })
  let shown = await trueState(container)
  await step('Panel', 'looking at it', async () => {
    await expectSandbox(container)
    await container.answer(...asKiosk, 'import', '-window', 'root', '/var/lib/room-panel/picture.png')
    await copyFile(join(system, 'var', 'lib', 'room-panel', 'picture.png'), inProject('dist', 'kiosk.png'))
    return `shows ${shown.occupancy}, in the sandbox, on no port; the whole screen is in dist/kiosk.png`
  })
  await step('Frozen page', 'stopping the renderer', async () => {
    const frozen = await rendererOf(container)
    await container.answer('kill', '-STOP', frozen)
    await patiently(
      'the watchdog',
      async () => ((await rendererOf(container).catch(() => frozen)) === frozen ? undefined : true),
      frozenLimit,
    )
    shown = await trueState(container, shown.pageAt)
    const said = await container.answer('journalctl', '-u', 'room-panel.service', '--no-pager')
    assert.match(said, /Watchdog timeout/)
    return `the watchdog started it anew; shows ${shown.occupancy}`
  })
  await step('Upgrade', 'apt-get install', async () => {
    const file = await install(next)
    const before = await container.answer(
      'sh',
      '-c',
      'cd /etc/room-panel && sha256sum config.json panel.conf',
    )
    await container.answer('sh', '-c', `DEBIAN_FRONTEND=noninteractive dpkg -i ${file}`)
    assert.equal(
      await container.answer('sh', '-c', 'cd /etc/room-panel && sha256sum config.json panel.conf'),
      before,
    )
    shown = await trueState(container, shown.pageAt)
    return `configuration kept; the secret opens the calendar: shows ${shown.occupancy}`
  })
  await step('Purge', 'apt-get purge', async () => {
    await container.answer('apt-get', 'purge', '-y', 'room-panel')
    await container.answer(
      'rm',
      `/root/room-panel_${version}_amd64.deb`,
      `/root/room-panel_${next}_amd64.deb`,
    )
    assert.deepEqual(await remains(container), [])
    return 'nothing is left'
  })
}

await orExplain(async () => {
  if (process.getuid?.() !== 0) throw new Error('This boots a container, and needs root')
  await setUp()
  const closing = createClosing()
  try {
    await live(closing)
  } finally {
    await closing.close()
  }
})

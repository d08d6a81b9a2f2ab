import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openPipe } from './browser/pipe.ts'

function aBrowser() {
  const [toBrowser, fromBrowser] = [new PassThrough(), new PassThrough()]
  const asked: string[] = []
  toBrowser.setEncoding('utf8').on('data', (text: string) => asked.push(text))
  return { pipe: openPipe(toBrowser, fromBrowser), asked, fromBrowser }
}

test('an answer that comes in pieces goes to who asked', async () => {
  const { pipe, asked, fromBrowser } = aBrowser()
  const [first, second] = [pipe.send('Page.enable'), pipe.send('Page.reload', { fast: true }, 'session')]
  await setImmediate()
  expect(asked.join('')).toBe(
    '{"id":1,"method":"Page.enable","params":{}}\0{"id":2,"method":"Page.reload","params":{"fast":true},"sessionId":"session"}\0',
  )
  fromBrowser.write('{"id":2,"result":{"b":1}}\0{"id":1,"res')
  fromBrowser.write('ult":{"a":1}}\0')
  expect(await Promise.all([first, second])).toEqual([{ a: 1 }, { b: 1 }])
})

test('an error reaches the caller, and so does the end', async () => {
  const { pipe, fromBrowser } = aBrowser()
  const [refused, lost] = [pipe.send('No.such'), pipe.send('Page.enable')]
  fromBrowser.write('{"id":1,"error":{"message":"wasn\'t found"}}\0')
  await expect(refused).rejects.toThrow("No.such: wasn't found")
  fromBrowser.destroy()
  await expect(lost).rejects.toThrow('The browser ended before Page.enable')
  await expect(pipe.send('Page.reload')).rejects.toThrow('The browser ended before Page.reload')
})

test('an event goes to who listens, until they stop', async () => {
  const { pipe, fromBrowser } = aBrowser()
  const heard: unknown[] = []
  const stop = pipe.on('Tracing.dataCollected', (params, session) => heard.push([params, session]))
  fromBrowser.write('{"method":"Tracing.dataCollected","params":1,"sessionId":"s"}\0{"method":"Other"}\0')
  await setImmediate()
  stop()
  fromBrowser.write('{"method":"Tracing.dataCollected","params":2}\0')
  await setImmediate()
  expect(heard).toEqual([[1, 's']])
})

import { app, session, type Session, type WebContents } from 'electron'
import { pageOrigin } from './app-page.ts'
import { pageSession } from './kiosk-window.ts'

/** Nobody listens on this port of the tablet's own, which is root's alone to open; loopback addresses go there, too. */
const nowhere = { mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' } as const

/**
 * Makes the page's session, and takes the network away from it. The page's own policy lets nothing out already; this holds
 * where that is got round, and for what it doesn't know, as WebRTC and names that are looked up in advance. To be called when
 * Electron is ready; resolves when it holds.
 */
export async function cutOffPageSession(): Promise<Session> {
  // Read when a session's network is made, and so by the page's alone: the calendar's is there from now on.
  await session.defaultSession.clearHostResolverCache()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  const page = pageSession()
  page.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith(`${pageOrigin}/`) }))
  await page.setProxy(nowhere)
  return page
}

/** What Chromium has switched on: https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/features.cc */
const talkative = [
  // WebRTC gives the tablet's addresses names of the local network, and asks and answers for such names by multicast.
  'WebRtcHideLocalIpsWithMdns',
  // A server that asks for it, or whoever answers in its place, is told how each request went, wherever it wants that sent.
  'NetworkErrorLogging',
  'Reporting',
]

/** What Chromium sends by itself. To be called before Electron is ready. */
export function silenceChromium(): void {
  // A dictionary is fetched at each start, though no page has a spell checker: https://github.com/electron/electron/issues/22995
  app.on('session-created', (made) => {
    made.setSpellCheckerEnabled(false)
    made.setSpellCheckerLanguages([])
  })
  app.commandLine.appendSwitch('disable-features', talkative.join(','))
}

/** WebRTC sends what a proxy can carry, or nothing. */
export function cutOffWebRtc(page: WebContents): void {
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

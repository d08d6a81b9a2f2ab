import { app, session, type Session, type WebContents } from 'electron'
import { pageOrigin } from './app-page.ts'
import { pageSession } from './kiosk-window.ts'

/**
 * A proxy that no process runs: only root may open this local port. Requests to loopback addresses go there,
 * too.
 */
const nowhere = { mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' } as const

/**
 * Makes the page's session and cuts it off from the network. The page's own policy already blocks its
 * requests. This also holds if that policy is circumvented, and for WebRTC and early name look-ups, which the
 * policy does not cover. Call when Electron is ready; resolves when the session is cut off.
 */
export async function cutOffPageSession(): Promise<Session> {
  // Chromium reads this switch when it makes a session's network. The calendar's session has its network
  // already, so only the page's gets the switch.
  await session.defaultSession.clearHostResolverCache()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  const page = pageSession()
  page.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith(`${pageOrigin}/`) }))
  await page.setProxy(nowhere)
  return page
}

/**
 * Features that Chromium enables by default:
 * https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/features.cc
 */
const talkative = [
  // WebRTC gives the tablet's addresses mDNS names, and sends and answers multicast queries for such names.
  'WebRtcHideLocalIpsWithMdns',
  // A server, or an impostor in its place, may have Chromium report the result of each request to any
  // address.
  'NetworkErrorLogging',
  'Reporting',
]

/** Stops the requests that Chromium sends by itself. Call before Electron is ready. */
export function silenceChromium(): void {
  // Chromium fetches a dictionary at each start, although no page uses the spell checker:
  // https://github.com/electron/electron/issues/22995
  app.on('session-created', (made) => {
    made.setSpellCheckerEnabled(false)
    made.setSpellCheckerLanguages([])
  })
  app.commandLine.appendSwitch('disable-features', talkative.join(','))
}

/** Limits WebRTC to traffic that a proxy can carry. */
export function cutOffWebRtc(page: WebContents): void {
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

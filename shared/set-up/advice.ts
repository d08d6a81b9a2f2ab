import type { NetworkFault } from '../reading/network-fault.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { SetUpProblem } from './set-up.ts'

/** Faults of the tablet itself, which only IT reads. */
export type TabletFault =
  | 'clockSkewed'
  | 'clockUnsure'
  | 'keyringNotKept'
  | 'journalUnreadable'
  | 'journalCorrupt'
  | 'journalLost'
  | 'journalIncomplete'
  | 'seriesGuard'
  | 'notWritable'
  | 'pictureUnreadable'
  | 'diskFull'
  | 'pageSilent'
  | 'pageUnreachable'
  | 'statusMissing'
  | 'statusOld'
  | 'panelNotRunning'
  | 'doorUnknown'
  | 'pageCrashes'
  | 'programCrashes'
  | 'trialBuild'
  | 'approvalNeeded'
  | LineFaultName

/** Faults of the way to a hub, and of an enrolment. */
type LineFaultName =
  | 'brokerUnreachable'
  | 'brokerNotTrusted'
  | 'brokerDenied'
  | 'hubSilent'
  | 'viewMissing'
  | 'viewOld'
  | 'otherRoom'
  | 'codeMalformed'
  | 'codeUnknown'
  | 'codeUsed'
  | 'codeExpired'
  | 'enrolmentUnready'
  | 'enrolmentUnreachable'
  | 'enrolmentForeign'
  | 'enrolmentLost'
  | 'authorityUnreadable'
  | 'otherAuthority'

export type FaultName = ProblemCode | NetworkFault | SetUpProblem['kind'] | TabletFault

/** What IT must do about each fault. `doctor`, `provision` and the log all take the sentence from here. */
export const englishAdvice: Readonly<Record<FaultName, string>> = {
  unreachable: 'See whether this tablet reaches the calendar’s host, or its hub’s broker.',
  nameUnresolved: 'The name service has no such host: see feishu.origin, and the DNS server of this network.',
  connectionRefused: 'The host refuses the connection: see feishu.origin, and the firewall.',
  offline: 'There is no way to the host: see the cable or the Wi-Fi, and the route.',
  timedOut: 'No answer came in time: see whether a firewall drops the connection.',
  tlsFailed:
    'The tablet does not trust the host’s certificate: see the tablet’s clock, and install the company’s certificate if a proxy opens TLS.',
  proxyFailed:
    'The proxy does not answer, or does not take the tablet’s login: see the proxy’s address, and proxyLogin of room-panel provision.',
  gatewayFault:
    'A gateway on the way gets no answer from the calendar: it passes by itself, or ask its operator.',
  foreignAnswer:
    'Somebody else answered in the calendar’s place: sign in to the Wi-Fi’s portal, or let the tablet past it; see feishu.origin.',
  cachedAnswer:
    'A cache on the way answers with what the calendar once said: let the proxy pass the calendar’s host uncached.',
  timeContradicted:
    'The answer is dated at another time than those before it: see what is between it and the tablet. If the new time stays, it counts in the end.',
  timeUnknown:
    'The answer says no time, and the tablet does not know it yet: let the proxy pass the answers’ Date on. The door waits for one.',
  connectionBroken: 'The connection broke: it passes by itself, or see the proxy and the firewall.',

  credentialsRejected:
    'App id or secret are wrong: see feishu.appId, and give the secret of the developer console to room-panel rotate.',
  appDisabled: 'Switch the app on in the admin console, and publish it for this company.',
  scopeMissing:
    'Give the app this scope in the developer console, publish a version, and have it approved in the admin console.',
  addressDenied:
    'The token is given and everything else refused: add this site’s public IPv4 address to the app’s IP allow-list.',
  rateLimited: 'Too many calls just now: it passes by itself; if it stays, give the doors more than one app.',
  quotaSpent: 'The company’s calls of this month are used up: buy more, or wait for the 1st.',
  shareSpent:
    'This panel’s own share of the month is used up, so it reads seldom: raise budget.callsPerMonth, or wait for the 1st.',
  roomUnknown: 'The calendar has no such room: see room.id.',
  roomUnreadable:
    'The room can’t be read just now, or is not in the app’s data range: see the app’s permissions for it, and try again.',
  botMissing:
    'Nothing can be booked at the door: switch the app’s bot ability on in the developer console, and publish a version.',
  calendarDenied:
    'Nothing can be booked at the door, for the app may not use its own calendar: it looks for it anew by itself; if it stays, give code and log id to support.',
  platformFault: 'The calendar itself failed: it passes by itself, or give the log id to its support.',
  secretUnavailable: 'The keyring does not give the app secret: run room-panel doctor.',
  ticketMissing:
    'Feishu pushes the store app’s ticket to the hub each hour, and none that it takes is there: run room-panel-hub doctor, and see the request URL in the developer console and the proxy before the hub.',
  unexpected:
    'The calendar answered in a way that this version does not know: give code and log id to its support.',

  configurationMissing: 'Write the configuration, or run room-panel provision.',
  configurationUnreadable: 'Let the panel’s user read the file, and see that it is JSON.',
  configurationInvalid: 'Put the values right.',
  secretMissing: 'Run room-panel provision with the app secret.',
  secretOfOtherOrigin:
    'The secret was stored for another feishu.origin and is not sent to this one: put the origin right, or run room-panel provision for the new one.',
  passwordMissing: 'Make a code with room-panel-hub enrol, and give it to room-panel provision.',
  keyringLocked: 'Unlock the keyring: it opens when the user logs in, if it has the login’s password.',
  keyringTimedOut:
    'The keyring did not answer in time: it is asked again by itself, or run this again; if it stays, see what keeps the tablet busy, and start the keyring anew.',
  keyringUnavailable: 'Start a keyring in this session (gnome-keyring on Linux), and run this as its user.',
  keyringNotKept:
    'The keyring does not write what it is given to the file that it reads at its start: make room on the disk, start the keyring anew, and run this again.',

  brokerUnreachable:
    'The broker does not answer: see hub.broker, the name service, and the firewall on the way. No proxy is used.',
  brokerNotTrusted:
    'The tablet does not trust the broker’s certificate: see hub.caFile, the name in hub.broker, and the tablet’s clock.',
  brokerDenied:
    'The broker does not let this door in: see room-panel-hub doors, and give room-panel provision another code.',
  hubSilent: 'The broker is there, and no hub is heard: see the hub’s service and its log.',
  viewMissing:
    'The hub has told this door nothing of its room yet: see room-panel-hub doors, and the hub’s log.',
  viewOld: 'The hub is there, and has not read the room for long: see the hub’s log.',
  otherRoom:
    'The hub tells of another room than room.id, which the door does not show: provision the door with a code for its room.',
  codeMalformed: 'This can’t be a code: type it as room-panel-hub enrol has printed it.',
  codeUnknown:
    'The hub knows no such code: see enrolment.url, or make another one with room-panel-hub enrol.',
  codeUsed:
    'The code was used already: make another one with room-panel-hub enrol, and let a door that nobody has go with room-panel-hub unassign.',
  codeExpired: 'The code is older than 7 days: make another one with room-panel-hub enrol.',
  enrolmentUnready:
    'The hub can’t make a door now, for its broker or its database is away: the same code works later.',
  enrolmentUnreachable:
    'The hub was not reached, and the code is not used up: see enrolment.url, its certificate, and the network.',
  enrolmentForeign: 'This was not the hub’s answer: see enrolment.url, and the proxy before the hub.',
  enrolmentLost:
    'The hub’s answer was lost, and the code may be used up: run this again, and if it is used, make another one with room-panel-hub enrol.',
  authorityUnreadable:
    'Put the certificate of the broker’s authority (PEM) there, readable for the panel’s user.',
  otherAuthority:
    'hub.caFile is not the certificate that room-panel-hub enrol has named: put the right one there, or correct enrolment.caFingerprint.',

  clockSkewed:
    'The panel goes by the calendar’s time, so the door is right; set the tablet’s clock (NTP), for certificates depend on it.',
  clockUnsure:
    'The calendar’s answers say no time, so nothing is released: see what is between it and the tablet.',
  journalUnreadable:
    'Let the panel’s user read its data folder, and see whether the disk is sound. Nothing is released.',
  journalCorrupt: 'The panel puts it aside at its next start, and begins another one.',
  journalLost:
    'There was a journal and it is gone: see whether the disk is sound. The panel begins another one at its next start.',
  journalIncomplete:
    'Check-ins may be missing: bookings from before the gap are not released; it passes in a day.',
  seriesGuard:
    'A reply hit other instances of a series, so nothing is released: look into it, then room-panel clear-series-guard.',
  notWritable: 'Let the panel’s user write there, and see whether the disk is full.',
  pictureUnreadable:
    'Put the picture there, readable for the panel’s user, or take it out of display: the door is without it.',
  diskFull: 'Make room on the disk: check-ins must be kept.',
  pageUnreachable:
    'Nobody can see or touch the page, so nothing is released: close what covers it, switch the display on, or connect its touch screen.',
  pageSilent: 'The screen does not answer: see whether the display is on, and start the panel again.',
  statusMissing: 'The panel that runs says nothing of itself: see its log.',
  statusOld:
    'The panel that runs says nothing new, so the door may show something else: see its log, and the disk.',
  panelNotRunning: 'Nothing is on the screen: start the panel (room-panel.service), and see its log.',
  doorUnknown:
    'The door can’t say whether the room is free, and says so: it passes with the next reading, or see the other lines and the log.',
  pageCrashes:
    'The page dies again and again, and a support page is in its place: see page.gone and page.failed in the log. It is tried again by itself.',
  programCrashes:
    'The program has died again and again, and a support page is in its place: see gave-up in the log. It is tried again by itself.',
  approvalNeeded:
    'No door can book this room, for each booking needs an approval, which an app’s booking never gets: set booking.who to off, or have the approval taken off the room.',
  trialBuild:
    'This package was made for trials, and its Electron may have holes that are known: install a release.',
}

/** The advice for a failed call: for the network fault if one is known. */
export const adviceFor = ({
  code,
  network,
}: {
  readonly code: ProblemCode
  readonly network?: NetworkFault
}): string => englishAdvice[network ?? code]

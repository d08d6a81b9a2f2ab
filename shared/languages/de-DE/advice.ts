import type { AdviceWords } from '../advice-words.ts'

export const advice: AdviceWords = {
  unreachable: 'Prüfen, ob dieses Tablet den Host des Kalenders oder den Broker seines Hubs erreicht.',
  nameUnresolved:
    'Der Namensdienst kennt diesen Host nicht: feishu.origin und den DNS-Server dieses Netzes prüfen.',
  connectionRefused: 'Der Host lehnt die Verbindung ab: feishu.origin und die Firewall prüfen.',
  offline: 'Es gibt keinen Weg zum Host: Kabel oder WLAN und die Route prüfen.',
  timedOut: 'Es kam keine Antwort in der Zeit: prüfen, ob eine Firewall die Verbindung verwirft.',
  tlsFailed:
    'Das Tablet vertraut dem Zertifikat des Hosts nicht: die Uhr des Tablets prüfen und, wenn ein Proxy TLS öffnet, das Zertifikat der Firma installieren.',
  proxyFailed:
    'Der Proxy antwortet nicht oder akzeptiert die Anmeldung des Tablets nicht: seine Adresse und proxyLogin von room-panel provision prüfen.',
  gatewayFault:
    'Ein Gateway auf dem Weg bekommt keine Antwort vom Kalender: meist vorübergehend, sonst dessen Betreiber fragen.',
  foreignAnswer:
    'Die Antwort kommt nicht vom Kalender: am WLAN-Portal anmelden oder das Tablet davon ausnehmen; feishu.origin prüfen.',
  cachedAnswer:
    'Ein Cache auf dem Weg liefert alte Antworten: den Host des Kalenders am Proxy vom Cache ausnehmen.',
  timeContradicted:
    'Die Antwort nennt eine andere Zeit als die vorherigen: prüfen, was zwischen Kalender und Tablet steht. Bleibt die neue Zeit, gilt sie am Ende.',
  timeUnknown:
    'Die Antwort nennt keine Zeit, und das Tablet kennt sie noch nicht: den Proxy das Date der Antworten durchlassen lassen. Die Anzeige wartet darauf.',
  connectionBroken: 'Die Verbindung ist abgebrochen: meist vorübergehend, sonst Proxy und Firewall prüfen.',
  credentialsRejected:
    'App-ID oder App-Secret ist falsch: feishu.appId prüfen und das Secret aus der Entwicklerkonsole mit room-panel rotate setzen.',
  appDisabled: 'Die App in der Admin-Konsole einschalten und für diese Firma veröffentlichen.',
  scopeMissing:
    'Der App diese Berechtigung in der Entwicklerkonsole geben, eine Version veröffentlichen und sie in der Admin-Konsole genehmigen lassen.',
  addressDenied:
    'Das Token wird erteilt, alles andere abgelehnt: die öffentliche IPv4-Adresse dieses Standorts in die IP-Freigabeliste der App aufnehmen.',
  rateLimited: 'Zu viele Abrufe: meist vorübergehend; wenn nicht, die Anzeigen auf mehrere Apps verteilen.',
  quotaSpent: 'Die Abrufe der Firma für diesen Monat sind aufgebraucht: weitere kaufen oder den 1. abwarten.',
  shareSpent:
    'Der Anteil dieser Anzeige für den Monat ist aufgebraucht, deshalb liest sie selten: budget.callsPerMonth erhöhen oder den 1. abwarten.',
  roomUnknown: 'Der Kalender hat keinen solchen Raum: room.id prüfen.',
  roomUnreadable:
    'Der Raum ist gerade nicht lesbar oder liegt nicht im Datenbereich der App: deren Berechtigungen prüfen und noch einmal versuchen.',
  botMissing:
    'An der Tür kann nicht gebucht werden: in der Entwicklerkonsole die Bot-Funktion der App einschalten und eine Version veröffentlichen.',
  calendarDenied:
    'An der Tür kann nicht gebucht werden, weil die App ihren eigenen Kalender nicht nutzen darf: er wird von selbst neu gesucht; wenn es bleibt, Code und log id dem Support nennen.',
  platformFault:
    'Der Kalender selbst ist gestört: meist vorübergehend, sonst die log id seinem Support nennen.',
  secretUnavailable: 'Der Schlüsselbund gibt das App-Secret nicht heraus: room-panel doctor ausführen.',
  ticketMissing:
    'Feishu stellt der Store-App stündlich ein Ticket zu, und der Hub hat keines, das gilt: room-panel-hub doctor ausführen; die Request-URL in der Entwicklerkonsole und den Proxy vor dem Hub prüfen.',
  unexpected: 'Diese Version kennt die Antwort des Kalenders nicht: Code und log id dem Support nennen.',
  configurationMissing: 'Die Konfiguration schreiben oder room-panel provision ausführen.',
  configurationUnreadable: 'Den Benutzer der Anzeige die Datei lesen lassen und prüfen, ob sie JSON ist.',
  configurationInvalid: 'Die Werte korrigieren.',
  secretMissing: 'room-panel provision mit dem App-Secret ausführen.',
  secretOfOtherOrigin:
    'Das Secret wurde für ein anderes feishu.origin gespeichert und geht nicht an dieses: origin korrigieren oder room-panel provision für das neue ausführen.',
  passwordMissing: 'Mit room-panel-hub enrol einen Code erstellen und ihn room-panel provision geben.',
  keyringLocked:
    'Den Schlüsselbund entsperren: mit dem Passwort der Anmeldung öffnet er sich, wenn der Benutzer sich anmeldet.',
  keyringTimedOut:
    'Der Schlüsselbund hat nicht rechtzeitig geantwortet: er wird von selbst noch einmal gefragt; wenn es bleibt, prüfen, was das Tablet auslastet, und den Schlüsselbund neu starten.',
  keyringUnavailable:
    'In dieser Sitzung einen Schlüsselbund starten (unter Linux gnome-keyring) und als dessen Benutzer ausführen.',
  keyringNotKept:
    'Der Schlüsselbund schreibt nicht in die Datei, die er beim Start liest: Platz auf dem Datenträger schaffen, den Schlüsselbund neu starten und noch einmal ausführen.',

  brokerUnreachable:
    'Der Broker antwortet nicht: hub.broker, Namensdienst und die Firewall auf dem Weg prüfen. Ein Proxy wird nicht benutzt.',
  brokerNotTrusted:
    'Das Tablet vertraut dem Zertifikat des Brokers nicht: hub.caFile, den Namen in hub.broker und die Uhr des Tablets prüfen.',
  brokerDenied:
    'Der Broker lässt diese Tür nicht ein: room-panel-hub doors ansehen und room-panel provision einen anderen Code geben.',
  hubSilent: 'Der Broker ist da, aber kein Hub ist zu hören: den Dienst des Hubs und sein Log ansehen.',
  viewMissing:
    'Der Hub hat dieser Tür noch nichts über ihren Raum gesagt: room-panel-hub doors und das Log des Hubs ansehen.',
  viewOld: 'Der Hub ist da, hat den Raum aber lange nicht gelesen: das Log des Hubs ansehen.',
  otherRoom:
    'Der Hub berichtet von einem anderen Raum als room.id, und die Tür zeigt ihn nicht: die Tür mit einem Code für ihren Raum einrichten.',
  codeMalformed: 'Das kann kein Code sein: ihn so eingeben, wie room-panel-hub enrol ihn gedruckt hat.',
  codeUnknown:
    'Der Hub kennt diesen Code nicht: enrolment.url prüfen oder mit room-panel-hub enrol einen anderen erstellen.',
  codeUsed:
    'Der Code wurde schon benutzt: mit room-panel-hub enrol einen anderen erstellen und eine Tür, die es nicht gibt, mit room-panel-hub unassign entfernen.',
  codeExpired: 'Der Code ist älter als 7 Tage: mit room-panel-hub enrol einen anderen erstellen.',
  enrolmentUnready:
    'Der Hub kann gerade keine Tür anlegen, weil sein Broker oder seine Datenbank fehlt: derselbe Code gilt später noch.',
  enrolmentUnreachable:
    'Der Hub wurde nicht erreicht, und der Code ist nicht verbraucht: enrolment.url, sein Zertifikat und das Netz prüfen.',
  enrolmentForeign: 'Das war keine Antwort des Hubs: enrolment.url und den Proxy vor dem Hub prüfen.',
  enrolmentLost:
    'Die Antwort des Hubs ging verloren, der Code ist vielleicht verbraucht: noch einmal ausführen; ist er verbraucht, mit room-panel-hub enrol einen anderen erstellen.',
  authorityUnreadable:
    'Das Zertifikat der Zertifizierungsstelle des Brokers (PEM) dort ablegen, lesbar für den Benutzer der Anzeige.',
  otherAuthority:
    'hub.caFile ist nicht das Zertifikat, das room-panel-hub enrol genannt hat: das richtige dort ablegen oder enrolment.caFingerprint berichtigen.',

  clockSkewed:
    'Die Anzeige richtet sich nach der Zeit des Kalenders und stimmt; die Uhr des Tablets stellen (NTP), denn Zertifikate hängen davon ab.',
  clockUnsure:
    'Die Antworten des Kalenders nennen keine Zeit, deshalb wird kein Raum freigegeben: prüfen, was zwischen Kalender und Tablet steht.',
  journalUnreadable:
    'Den Benutzer der Anzeige ihren Datenordner lesen lassen und den Datenträger prüfen. Bis dahin wird kein Raum freigegeben.',
  journalCorrupt: 'Beim nächsten Start legt die Anzeige es beiseite und beginnt ein neues.',
  journalLost:
    'Das Journal ist verschwunden: den Datenträger prüfen. Beim nächsten Start beginnt die Anzeige ein neues.',
  journalIncomplete:
    'Es können Check-ins fehlen: Buchungen aus der Zeit vor der Lücke werden nicht freigegeben; nach einem Tag ist es vorbei.',
  seriesGuard:
    'Eine Antwort hat andere Termine einer Serie getroffen, deshalb wird kein Raum freigegeben: die Ursache klären, dann room-panel clear-series-guard ausführen.',
  notWritable: 'Den Benutzer der Anzeige dort schreiben lassen und prüfen, ob der Datenträger voll ist.',
  pictureUnreadable:
    'Das Bild dort ablegen, lesbar für den Benutzer der Anzeige, oder aus display entfernen: es wird gerade nicht gezeigt.',
  diskFull: 'Platz auf dem Datenträger schaffen: Check-ins müssen gespeichert werden.',
  pageUnreachable:
    'Die Seite ist nicht zu sehen oder nicht zu berühren, deshalb wird kein Raum freigegeben: schließen, was sie verdeckt, den Bildschirm einschalten oder den Touchscreen anschließen.',
  pageSilent: 'Der Bildschirm antwortet nicht: prüfen, ob er eingeschaltet ist, und die Anzeige neu starten.',
  statusMissing: 'Die laufende Anzeige meldet nichts von sich: ihr Protokoll ansehen.',
  statusOld:
    'Die laufende Anzeige meldet nichts Neues, der Bildschirm kann also veraltet sein: Protokoll und Datenträger ansehen.',
  panelNotRunning:
    'Auf dem Bildschirm ist nichts: die Anzeige starten (room-panel.service) und ihr Protokoll ansehen.',
  doorUnknown:
    'Die Anzeige weiß nicht, ob der Raum frei ist, und sagt das auch: meist hilft die nächste Lesung, sonst die anderen Zeilen und das Protokoll ansehen.',
  pageCrashes:
    'Die Seite stürzt immer wieder ab und ist durch eine Ersatzseite vertreten: page.gone und page.failed im Protokoll ansehen. Es wird von selbst neu versucht.',
  programCrashes:
    'Das Programm ist immer wieder abgestürzt und durch eine Ersatzseite vertreten: gave-up im Protokoll ansehen. Es wird von selbst neu versucht.',
  approvalNeeded:
    'Keine Tür kann diesen Raum buchen, denn jede Buchung braucht eine Genehmigung, die eine App nie erhält: booking.who auf off setzen oder die Genehmigung für den Raum aufheben.',
  trialBuild:
    'Dieses Paket ist nur zum Ausprobieren, sein Electron kann bekannte Lücken haben: eine Freigabe installieren.',
}

import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `Es gibt keine Konfiguration in ${code(file)}.`,
  configurationUnreadable: (file) => `Die Konfiguration in ${code(file)} ist kein lesbares JSON.`,
  configurationInvalid: 'Einige Werte der Konfiguration sind ungültig.',
  fault: {
    required: (path) => `${code(path)} fehlt`,
    unknownKey: (path) => `${code(path)} ist keine bekannte Einstellung`,
    type: (path) => `${code(path)} hat einen Wert vom falschen Typ`,
    origin: (path) => `${code(path)} ist keine https-Adresse ohne Pfad`,
    eitherHub: (path) => `${code(path)} darf nicht neben ${code('hub')} stehen`,
    brokerUrl: (path) => `${code(path)} ist keine Adresse mit ${code('mqtts://')}`,
    doorId: (path) => `${code(path)} ist keine Kennung einer Tür`,
    file: (path) => `${code(path)} ist kein vollständiger Dateipfad`,
    appId: (path) => `${code(path)} ist keine App-ID (${code('cli_…')})`,
    roomId: (path) => `${code(path)} ist keine Raum-ID (${code('omm_…')})`,
    openId: (path) => `${code(path)} ist keine Mitarbeiter-ID (${code('ou_…')})`,
    range: (path) => `${code(path)} liegt außerhalb des Bereichs`,
    choice: (path) => `${code(path)} steht nicht zur Auswahl`,
    timeOfDay: (path) => `${code(path)} ist keine Uhrzeit (${code('08:00')})`,
    timeZone: (path) => `${code(path)} ist keine Zeitzone (${code('Europe/Berlin')})`,
    color: (path) => `${code(path)} ist keine Farbe (${code('#1b50bd')})`,
    contrast: (path) => `${code(path)} hat zu wenig Kontrast zu weißer und zu schwarzer Schrift`,
    alike: (path) => `${code(path)} ist für Farbenblinde nicht von einem anderen Zustand zu unterscheiden`,
    imageFile: (path) =>
      `${code(path)} ist keine Datei ${code('.png')}, ${code('.jpg')}, ${code('.webp')} oder ${code('.svg')}`,
  },
  moreFaults: plural('de-DE', { one: 'und # weiterer', other: 'und # weitere' }),
  secretMissing: (appId) => `Der Schlüsselbund enthält kein Secret für die App ${code(appId)}.`,
  secretOfOtherOrigin: (origin) => `Das Secret im Schlüsselbund ist nicht für ${code(origin)}.`,
  passwordMissing: (door) => `Der Schlüsselbund hat kein Broker-Passwort für die Tür ${code(door)}.`,
  keyringLocked: 'Der Schlüsselbund ist gesperrt.',
  keyringTimedOut: 'Der Schlüsselbund hat nicht rechtzeitig geantwortet.',
  keyringUnavailable: 'Der Schlüsselbund antwortet nicht.',
  orderWanted: (file) =>
    `Zum Einrichten ${code(file)} auf einen USB-Stick oder in den Datenordner der Anzeige legen.`,
  orderFailed: (file, fault) => `${code(file)} wurde nicht verwendet (${code(fault)}).`,
  advice: 'Die Anzeige fährt von selbst fort, sobald das behoben ist.',
}

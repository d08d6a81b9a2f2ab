import type { WayOut } from './ways-out.ts'

/** Something of Chromium's own is asked, that may ask its maker. */
export const byService: readonly WayOut[] = [
  [
    'a misspelt word',
    `
    const field = document.createElement('textarea')
    field.spellcheck = true
    document.body.append(field)
    field.focus()
    document.execCommand('insertText', false, 'a mispelt wrod ')
    field.remove()`,
  ],
  [
    'where the tablet is',
    'await new Promise((done) => navigator.geolocation.getCurrentPosition(done, done))',
  ],
  [
    'speech that is recognized',
    `
    const recognition = new webkitSpeechRecognition()
    const isOver = new Promise((done) => (recognition.onerror = recognition.onend = done))
    recognition.start()
    await isOver`,
  ],
  ['speech', "speechSynthesis.speak(new SpeechSynthesisUtterance('out'))"],
  [
    'a payment',
    `
    const details = { total: { label: 'out', amount: { currency: 'EUR', value: '1' } } }
    await new PaymentRequest([{ supportedMethods: 'https://' + host + '/' }], details).canMakePayment()`,
  ],
  [
    'somebody who vouches',
    "await navigator.credentials.get({ identity: { providers: [{ configURL: 'https://' + host + '/', clientId: 'out' }] } })",
  ],
  ['a key', 'await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), rpId: host } })'],
  [
    'a protected film',
    "await navigator.requestMediaKeySystemAccess('com.widevine.alpha', [{ initDataTypes: ['cenc'], videoCapabilities: [{ contentType: 'video/mp4; codecs=\"avc1.42E01E\"' }] }])",
  ],
  ['a translation', "await Translator.create({ sourceLanguage: 'en', targetLanguage: 'ja' })"],
  ['a guess of the language', 'await LanguageDetector.create()'],
  ['a presentation', "await new PresentationRequest('https://' + host + '/').getAvailability()"],
  [
    'the picture of a tune',
    "navigator.mediaSession.metadata = new MediaMetadata({ artwork: [{ src: 'https://' + host + '/' }] })",
  ],
  ['a notification', "new Notification('out', { icon: 'https://' + host + '/' })"],
  ['an interest group', "await navigator.joinAdInterestGroup({ owner: 'https://' + host, name: 'out' }, 60)"],
  ['a shared storage', "await sharedStorage.createWorklet('https://' + host + '/')"],
]

import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `Il n’y a pas de configuration dans ${code(file)}.`,
  configurationUnreadable: (file) => `La configuration ${code(file)} n’est pas lisible en JSON.`,
  configurationInvalid: 'Certaines valeurs de la configuration ne sont pas valides.',
  fault: {
    required: (path) => `${code(path)} manque`,
    unknownKey: (path) => `${code(path)} n’est pas un réglage connu`,
    type: (path) => `${code(path)} n’a pas le bon type de valeur`,
    origin: (path) => `${code(path)} n’est pas une adresse https sans chemin`,
    eitherHub: (path) => `${code(path)} ne peut pas figurer à côté de ${code('hub')}`,
    brokerUrl: (path) => `${code(path)} n’est pas une adresse ${code('mqtts://')}`,
    doorId: (path) => `${code(path)} n’est pas un identifiant de porte`,
    file: (path) => `${code(path)} n’est pas le chemin complet d’un fichier`,
    appId: (path) => `${code(path)} n’est pas un identifiant d’application (${code('cli_…')})`,
    roomId: (path) => `${code(path)} n’est pas un identifiant de salle (${code('omm_…')})`,
    openId: (path) => `${code(path)} n’est pas un identifiant d’employé (${code('ou_…')})`,
    range: (path) => `${code(path)} est hors limites`,
    choice: (path) => `${code(path)} n’est pas un choix possible`,
    timeOfDay: (path) => `${code(path)} n’est pas une heure (${code('08:00')})`,
    timeZone: (path) => `${code(path)} n’est pas un fuseau horaire (${code('Europe/Paris')})`,
    color: (path) => `${code(path)} n’est pas une couleur (${code('#1b50bd')})`,
    contrast: (path) => `${code(path)} est trop pâle pour du blanc et trop foncé pour du noir`,
    alike: (path) => `${code(path)} se confond avec un autre état pour les daltoniens`,
    imageFile: (path) =>
      `${code(path)} n’est pas un fichier ${code('.png')}, ${code('.jpg')}, ${code('.webp')} ou ${code('.svg')}`,
  },
  moreFaults: plural('fr-FR', { one: 'et # autre', other: 'et # autres' }),
  secretMissing: (appId) => `Le trousseau n’a pas de secret pour l’application ${code(appId)}.`,
  secretOfOtherOrigin: (origin) => `Le secret du trousseau n’est pas pour ${code(origin)}.`,
  passwordMissing: (door) => `Le trousseau n’a pas de mot de passe du broker pour la porte ${code(door)}.`,
  keyringLocked: 'Le trousseau est verrouillé.',
  keyringTimedOut: 'Le trousseau n’a pas répondu à temps.',
  keyringUnavailable: 'Le trousseau ne répond pas.',
  orderWanted: (file) =>
    `Pour configurer, placer ${code(file)} sur une clé USB ou dans le dossier de données de l’écran.`,
  orderFailed: (file, fault) => `${code(file)} n’a pas été utilisé (${code(fault)}).`,
  advice: 'L’écran reprend de lui-même une fois le problème résolu.',
}

import type { AdviceWords } from '../advice-words.ts'

export const advice: AdviceWords = {
  unreachable: 'Vérifier que cette tablette atteint l’hôte de l’agenda, ou le broker de son hub.',
  nameUnresolved:
    'Le service de noms ne connaît pas cet hôte\u00A0: vérifier feishu.origin et le serveur DNS de ce réseau.',
  connectionRefused: 'L’hôte refuse la connexion\u00A0: vérifier feishu.origin et le pare-feu.',
  offline: 'Aucun chemin vers l’hôte\u00A0: vérifier le câble ou le Wi-Fi, et la route.',
  timedOut: 'Aucune réponse dans le délai\u00A0: vérifier qu’aucun pare-feu ne bloque la connexion.',
  tlsFailed:
    'La tablette n’accepte pas le certificat de l’hôte\u00A0: vérifier son horloge et, si un proxy ouvre TLS, installer le certificat de l’entreprise.',
  proxyFailed:
    'Le proxy ne répond pas, ou refuse l’identification de la tablette\u00A0: vérifier son adresse et proxyLogin de room-panel provision.',
  gatewayFault:
    'Une passerelle n’obtient pas de réponse de l’agenda\u00A0: en général passager, sinon contacter son exploitant.',
  foreignAnswer:
    'La réponse ne vient pas de l’agenda\u00A0: se connecter au portail Wi-Fi ou en exempter la tablette, et vérifier feishu.origin.',
  cachedAnswer: 'Un cache renvoie d’anciennes réponses\u00A0: exclure l’hôte de l’agenda du cache du proxy.',
  timeContradicted:
    'La réponse porte une autre heure que les précédentes\u00A0: vérifier ce qui se trouve entre l’agenda et la tablette. Si la nouvelle heure persiste, elle finit par compter.',
  timeUnknown:
    'La réponse ne donne pas l’heure, et la tablette ne la connaît pas encore\u00A0: laisser le proxy transmettre l’en-tête Date. L’écran l’attend.',
  connectionBroken:
    'La connexion s’est interrompue\u00A0: en général passager, sinon vérifier le proxy et le pare-feu.',
  credentialsRejected:
    'L’App ID ou l’App Secret est incorrect\u00A0: vérifier feishu.appId et donner le secret de la console développeur à room-panel rotate.',
  appDisabled: 'Activer l’application dans la console d’administration et la publier pour l’entreprise.',
  scopeMissing:
    'Ajouter cette autorisation à l’application dans la console développeur, publier une version et la faire approuver dans la console d’administration.',
  addressDenied:
    'Le jeton est accordé mais tout le reste refusé\u00A0: ajouter l’adresse IPv4 publique de ce site à la liste d’adresses IP autorisées de l’application.',
  rateLimited:
    'Trop d’appels\u00A0: en général passager, sinon répartir les écrans sur plusieurs applications.',
  quotaSpent: 'Les appels mensuels de l’entreprise sont épuisés\u00A0: en acheter, ou attendre le 1er.',
  shareSpent:
    'La part mensuelle de cet écran est épuisée, il lit donc rarement\u00A0: augmenter budget.callsPerMonth, ou attendre le 1er.',
  roomUnknown: 'L’agenda n’a pas cette salle\u00A0: vérifier room.id.',
  roomUnreadable:
    'La salle est illisible pour l’instant, ou hors de la portée de l’application\u00A0: vérifier ses autorisations et réessayer.',
  botMissing:
    'Impossible de réserver à la porte\u00A0: activer la fonction bot de l’application dans la console développeur et publier une version.',
  calendarDenied:
    'Impossible de réserver à la porte, car l’application ne peut pas utiliser son propre agenda\u00A0: nouvelle recherche automatique\u00A0; si cela persiste, donner le code et le log id au support.',
  platformFault:
    'L’agenda lui-même est en panne\u00A0: en général passager, sinon donner le log id à son support.',
  secretUnavailable:
    'Le trousseau ne donne pas le secret de l’application\u00A0: exécuter room-panel doctor.',
  ticketMissing:
    'Feishu remet un ticket à l’application du store chaque heure, et le hub n’en a aucun de valable\u00A0: exécuter room-panel-hub doctor\u00A0; vérifier l’URL de requête dans la console et le proxy devant le hub.',
  unexpected:
    'Cette version ne connaît pas cette réponse de l’agenda\u00A0: donner le code et le log id au support.',
  configurationMissing: 'Écrire la configuration, ou exécuter room-panel provision.',
  configurationUnreadable:
    'Permettre à l’utilisateur de l’écran de lire le fichier, et vérifier que c’est du JSON.',
  configurationInvalid: 'Corriger les valeurs.',
  secretMissing: 'Exécuter room-panel provision avec le secret de l’application.',
  secretOfOtherOrigin:
    'Le secret a été enregistré pour un autre feishu.origin et n’est pas envoyé à celui-ci\u00A0: corriger l’origine, ou exécuter room-panel provision pour la nouvelle.',
  passwordMissing: 'Créer un code avec room-panel-hub enrol, et le donner à room-panel provision.',
  keyringLocked:
    'Déverrouiller le trousseau\u00A0: avec le mot de passe de la session, il s’ouvre à la connexion de l’utilisateur.',
  keyringTimedOut:
    'Le trousseau n’a pas répondu à temps\u00A0: il est interrogé de nouveau\u00A0; si cela persiste, vérifier ce qui occupe la tablette et redémarrer le trousseau.',
  keyringUnavailable:
    'Démarrer un trousseau dans cette session (gnome-keyring sous Linux), et exécuter sous cet utilisateur.',
  keyringNotKept:
    'Le trousseau n’écrit pas dans le fichier qu’il lit au démarrage\u00A0: libérer de l’espace disque, redémarrer le trousseau et exécuter de nouveau.',

  brokerUnreachable:
    'Le broker ne répond pas\u00A0: vérifier hub.broker, le service de noms et le pare-feu. Aucun proxy n’est utilisé.',
  brokerNotTrusted:
    'La tablette ne fait pas confiance au certificat du broker\u00A0: vérifier hub.caFile, le nom dans hub.broker et l’horloge.',
  brokerDenied:
    'Le broker refuse cette porte\u00A0: voir room-panel-hub doors, et donner un autre code à room-panel provision.',
  hubSilent:
    'Le broker est là, mais aucun hub ne se fait entendre\u00A0: voir le service du hub et son journal.',
  viewMissing:
    'Le hub n’a encore rien dit à cette porte de sa salle\u00A0: voir room-panel-hub doors, et le journal du hub.',
  viewOld: 'Le hub est là, mais n’a pas lu la salle depuis longtemps\u00A0: voir le journal du hub.',
  otherRoom:
    'Le hub parle d’une autre salle que room.id, que la porte n’affiche pas\u00A0: configurer la porte avec un code pour sa salle.',
  codeMalformed: 'Cela ne peut pas être un code\u00A0: le saisir comme room-panel-hub enrol l’a affiché.',
  codeUnknown:
    'Le hub ne connaît pas ce code\u00A0: vérifier enrolment.url, ou en créer un autre avec room-panel-hub enrol.',
  codeUsed:
    'Le code a déjà servi\u00A0: en créer un autre avec room-panel-hub enrol, et retirer une porte inexistante avec room-panel-hub unassign.',
  codeExpired: 'Le code a plus de 7 jours\u00A0: en créer un autre avec room-panel-hub enrol.',
  enrolmentUnready:
    'Le hub ne peut pas créer de porte maintenant, son broker ou sa base de données est absent\u00A0: le même code servira plus tard.',
  enrolmentUnreachable:
    'Le hub n’a pas été joint, et le code n’est pas consommé\u00A0: vérifier enrolment.url, son certificat et le réseau.',
  enrolmentForeign:
    'Ce n’était pas la réponse du hub\u00A0: vérifier enrolment.url, et le proxy devant le hub.',
  enrolmentLost:
    'La réponse du hub s’est perdue, le code est peut-être consommé\u00A0: recommencer, et s’il a servi, en créer un autre avec room-panel-hub enrol.',
  authorityUnreadable:
    'Y placer le certificat de l’autorité du broker (PEM), lisible par l’utilisateur de l’écran.',
  otherAuthority:
    'hub.caFile n’est pas le certificat nommé par room-panel-hub enrol\u00A0: y placer le bon, ou corriger enrolment.caFingerprint.',

  clockSkewed:
    'L’écran suit l’heure de l’agenda et reste juste\u00A0; régler l’horloge de la tablette (NTP), car les certificats en dépendent.',
  clockUnsure:
    'Les réponses de l’agenda ne donnent pas l’heure, aucune salle n’est donc libérée\u00A0: vérifier ce qui se trouve entre l’agenda et la tablette.',
  journalUnreadable:
    'Permettre à l’utilisateur de l’écran de lire son dossier de données, et vérifier le disque. D’ici là, aucune salle n’est libérée.',
  journalCorrupt: 'L’écran le met de côté au prochain démarrage et en commence un autre.',
  journalLost:
    'Le journal a disparu\u00A0: vérifier le disque. L’écran en commence un autre au prochain démarrage.',
  journalIncomplete:
    'Des présences peuvent manquer\u00A0: les réservations d’avant la lacune ne sont pas libérées\u00A0; retour à la normale en un jour.',
  seriesGuard:
    'Une réponse a touché d’autres réunions d’une série, aucune salle n’est donc libérée\u00A0: chercher la cause, puis exécuter room-panel clear-series-guard.',
  notWritable: 'Permettre à l’utilisateur de l’écran d’y écrire, et vérifier que le disque n’est pas plein.',
  pictureUnreadable:
    'Y placer l’image, lisible par l’utilisateur de l’écran, ou la retirer de display\u00A0: elle n’est pas affichée.',
  diskFull: 'Libérer de l’espace disque\u00A0: les présences doivent être enregistrées.',
  pageUnreachable:
    'La page ne peut être ni vue ni touchée, aucune salle n’est donc libérée\u00A0: fermer ce qui la couvre, allumer l’écran ou brancher l’écran tactile.',
  pageSilent: 'L’écran ne répond pas\u00A0: vérifier qu’il est allumé, et redémarrer le programme.',
  statusMissing: 'Le programme en cours n’indique pas son état\u00A0: voir son journal.',
  statusOld:
    'Le programme en cours n’indique rien de nouveau, l’affichage peut donc être ancien\u00A0: voir son journal et le disque.',
  panelNotRunning:
    'Rien n’est affiché\u00A0: démarrer le programme (room-panel.service) et voir son journal.',
  doorUnknown:
    'L’écran ne sait pas si la salle est libre, et le dit\u00A0: la prochaine lecture y remédie en général, sinon voir les autres lignes et le journal.',
  pageCrashes:
    'La page s’arrête sans cesse, une page de secours la remplace\u00A0: voir page.gone et page.failed dans le journal. Nouvel essai automatique.',
  programCrashes:
    'Le programme s’est arrêté sans cesse, une page de secours le remplace\u00A0: voir gave-up dans le journal. Nouvel essai automatique.',
  approvalNeeded:
    'Aucune porte ne peut réserver cette salle : chaque réservation exige une approbation, qu’une app n’obtient jamais. Mettez booking.who à off, ou retirez l’approbation de la salle.',
  trialBuild:
    'Ce paquet est fait pour les essais, son Electron peut avoir des failles connues\u00A0: installer une version publiée.',
}

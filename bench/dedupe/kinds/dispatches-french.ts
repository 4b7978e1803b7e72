import type { Dispatch } from './dispatch.ts';

/** Invented dispatches as agencies send them, each with what another house makes of it. */
export const FRENCH: readonly Dispatch[] = [
  {
    language: 'fr',
    title:
      'Signature à Oued Lahmar d’un accord pour la réalisation d’une station de dessalement de 80 millions de m³',
    other: 'Eau : Oued Lahmar aura enfin sa station',
    lead: 'C’est un dossier que les habitants de la côte suivent depuis près de dix ans et qui connaît, cette fois, un véritable tournant.',
    body: [
      'Oued Lahmar – Le ministère de l’Eau et le groupement Aquanor ont signé, mercredi à Oued Lahmar, un accord portant sur la réalisation d’une station de dessalement d’une capacité annuelle de 80 millions de mètres cubes, pour un investissement de 2,6 milliards de dirhams.',
      'L’ouvrage, dont les travaux débuteront en septembre, doit alimenter en eau potable quelque 450.000 habitants et permettre l’irrigation de 5.000 hectares de cultures maraîchères.',
      '« Ce projet garantit l’approvisionnement de la province jusqu’en 2045 », a déclaré le ministre, Brahim Ouzzine, cité dans un communiqué.',
      'La station sera alimentée à 70 % par un parc éolien de 60 mégawatts, a précisé pour sa part la directrice générale d’Aquanor, Sophie Marchand.',
      'Un comité de suivi, présidé par le gouverneur, se réunira chaque trimestre pour examiner l’avancement du chantier.',
    ],
  },
  {
    language: 'fr',
    title: 'Incendie dans une usine de câblage à Sidi Merzouk : trois morts et neuf blessés',
    other: 'Drame à Sidi Merzouk : ce que l’on sait de l’incendie',
    lead: 'La colonne de fumée était visible à des kilomètres à la ronde, et l’émotion reste vive dans toute la ville.',
    body: [
      'Trois ouvrières ont péri et neuf personnes ont été blessées dans l’incendie qui s’est déclaré jeudi vers 4 heures dans une usine de câblage automobile de la zone industrielle de Sidi Merzouk, a-t-on appris auprès de la Protection civile.',
      'Le feu, parti d’un atelier de sertissage selon les premiers éléments, s’est propagé à deux hangars sur 1.200 mètres carrés avant d’être circonscrit peu avant midi.',
      'Quelque 75 agents et 18 engins ont été mobilisés, a indiqué le commandant Nabil Ferchichi, porte-parole de la Protection civile.',
      'Les blessés, dont deux grièvement brûlés, ont été évacués vers l’hôpital régional et le centre des grands brûlés.',
      'Le parquet a ouvert une information judiciaire et placé en garde à vue le gérant de l’entreprise.',
    ],
  },
  {
    language: 'fr',
    title: 'Le déficit commercial se creuse de 12,4 % à fin octobre',
    other: 'Commerce extérieur : les importations pèsent sur la balance',
    lead: 'Mauvaise nouvelle pour les comptes extérieurs, qui donnaient pourtant des signes de redressement au printemps.',
    body: [
      'Le déficit commercial s’est établi à 254,8 milliards de dirhams à fin octobre, en hausse de 12,4 % par rapport à la même période de l’année précédente, selon l’Office des changes.',
      'Les importations ont progressé de 8,9 % à 632,1 milliards, sous l’effet des achats de biens d’équipement (+14,2 %) et de produits finis de consommation (+11,7 %).',
      'Les exportations ont, quant à elles, augmenté de 6,6 % à 377,3 milliards, tirées par les phosphates et dérivés ainsi que par l’aéronautique.',
      'Le taux de couverture recule ainsi de 1,3 point à 59,7 %, précise l’Office dans sa note mensuelle sur les échanges extérieurs.',
      'Les transferts des résidents à l’étranger ont atteint 102,5 milliards de dirhams, en progression de 3,2 %.',
    ],
  },
  {
    language: 'fr',
    title: 'Le Parlement adopte la loi sur les peines alternatives pour les mineurs',
    other: 'Mineurs : la prison ne sera plus la règle',
    lead: 'Le texte divisait depuis l’automne, jusque dans les rangs de la majorité.',
    body: [
      'Les députés ont adopté mardi soir, par 98 voix contre 37, le projet de loi instaurant des peines alternatives à la détention pour les mineurs condamnés à moins de deux ans de prison.',
      'Le travail d’intérêt général, le bracelet électronique et le suivi éducatif renforcé pourront désormais être prononcés par les juges des enfants.',
      '« Un enfant que l’on enferme est un enfant que l’on perd », a plaidé la ministre de la Justice, Amel Trabelsi, à la tribune.',
      'L’opposition a dénoncé l’absence de moyens, rappelant que le pays ne compte que 140 éducateurs spécialisés pour 24 gouvernorats.',
      'La loi entrera en vigueur six mois après sa publication au Journal officiel.',
    ],
  },
  {
    language: 'fr',
    title: 'Tennis : Inès Haddouche remporte le tournoi de Port-Sable',
    other: 'Premier titre pour Haddouche',
    lead: 'À 19 ans, la joueuse de l’Atlas Club s’offre la plus belle semaine de sa jeune carrière.',
    body: [
      'La Marocaine Inès Haddouche, 174e mondiale, a remporté dimanche le tournoi de Port-Sable en battant en finale la Tchèque Jana Kolarova, tête de série numéro 2, en trois manches 4-6, 6-3, 7-5.',
      'Menée 5-3 dans la troisième manche, Haddouche a sauvé deux balles de match avant de s’imposer après 2 h 41 de jeu.',
      '« Je n’ai jamais arrêté d’y croire, même quand mes jambes ne répondaient plus », a-t-elle confié sur le court.',
      'Ce succès, son premier sur le circuit, la fera entrer lundi parmi les 120 meilleures joueuses mondiales.',
      'Elle disputera dans dix jours les qualifications du tournoi de Lagune-sur-Mer, où elle bénéficie d’une invitation.',
    ],
  },
  {
    language: 'fr',
    title: 'La compagnie Zénith Air suspend ses vols vers quatre capitales africaines',
    other: 'Transport aérien : Zénith Air réduit la voilure',
    lead: 'Les passagers munis de billets devront prendre leur mal en patience.',
    body: [
      'La compagnie Zénith Air a annoncé vendredi la suspension, à compter du 15 janvier, de ses liaisons vers Bamako, Conakry, Niamey et N’Djamena, invoquant la hausse du coût du carburant et un manque d’appareils.',
      'Ces quatre lignes représentaient 9 % du trafic du transporteur, qui a acheminé 3,1 millions de passagers l’an dernier.',
      'Les clients concernés seront remboursés ou réacheminés sur les vols de compagnies partenaires, assure la direction.',
      'Le syndicat des pilotes redoute pour sa part la suppression de 210 postes et réclame une réunion d’urgence avec le ministère des Transports.',
      'Zénith Air, qui exploite 17 avions, attend depuis dix-huit mois la livraison de six appareils neufs.',
    ],
  },
  {
    language: 'fr',
    title: 'Découverte d’une nécropole punique sur le chantier du métro de Carthène',
    other: 'Sous le métro, les Puniques',
    lead: 'Les pelleteuses se sont tues et les pinceaux ont pris le relais.',
    body: [
      'Une nécropole punique comptant au moins 60 tombes a été mise au jour sur le chantier de la ligne C du métro de Carthène, a annoncé lundi l’Institut du patrimoine.',
      'Les sépultures, datées entre le IVe et le IIe siècle avant notre ère, ont livré des amphores, des masques en terre cuite et un rare rasoir gravé.',
      '« L’état de conservation est exceptionnel, car le site a été scellé par une coulée de limon », explique l’archéologue Moez Khelifi, qui dirige la fouille.',
      'Les travaux de la station sont interrompus pour quatre mois ; le tracé pourrait être dévié de 35 mètres.',
      'Une exposition des premières pièces est prévue au musée national au printemps.',
    ],
  },
];

import { placeNames, type TextBook } from './text-book.ts';

export const french: TextBook = {
  towns: placeNames(
    ['Aïn', 'Oued', 'Ksar', 'Borj', 'Sidi', 'Jbel', 'Marsa', 'Dar'],
    [
      'Zitoun',
      'Hilal',
      'Nakhil',
      'Louz',
      'Rihane',
      'Morjane',
      'Hamam',
      'Fajr',
      'Araar',
      'Safsaf',
      'Ghzal',
      'Nassim',
      'Roumane',
      'Sounboul',
      'Zaatar',
      'Defla',
    ],
  ),
  people: [
    'Salma Bahraoui',
    'Hamid Ouahi',
    'Nezha Ksiri',
    'Driss Morjani',
    'Kenza Rihani',
    'Mourad Hilali',
  ],
  bodies: [
    'Le conseil communal',
    "L'association des Amis de l'oued",
    'La direction provinciale',
    'La coopérative des agricultrices',
    "L'office de l'eau",
  ],
  topics: [
    {
      section: 'Société',
      titles: [
        '{town} : {tens} douars bientôt raccordés au réseau d’eau potable',
        'À {town}, l’eau arrive enfin au robinet',
        'Coup d’envoi du chantier de l’eau potable autour de {town}',
      ],
      leads: [
        'Le chantier qui doit raccorder {tens} douars des environs de {town} au réseau d’eau potable a été lancé ce matin. Les habitants le réclamaient depuis des années, d’autant que les sécheresses successives ont tari la plupart des sources de la vallée.',
        'Dans quelques mois, {tens} douars de la commune de {town} recevront l’eau potable à domicile. Les équipes ont achevé la pose des conduites principales et le réservoir construit sur le plateau est désormais étanche.',
      ],
      details: [
        [
          'Le projet comprend une station de pompage, un réservoir de {hundreds} mètres cubes et {tens} kilomètres de conduites. {body} promet une mise en service avant l’été, à condition que la livraison des pompes, retardée une première fois, ne prenne pas davantage de retard.',
          'Parce que le terrain est escarpé, les ingénieurs ont choisi un pompage à l’énergie solaire. {body} estime que la facture d’électricité de la future régie en sera réduite de moitié, ce qui permettra de garder un tarif accessible aux familles les plus modestes.',
        ],
        [
          'Jusqu’ici, les femmes parcouraient chaque jour près de {few} kilomètres pour remplir leurs bidons. Beaucoup de filles quittaient l’école pour les aider, une situation que les enseignants dénonçaient à chaque rentrée sans être entendus.',
          'L’été dernier, les camions-citernes ne passaient plus que tous les {few} jours, et le prix de la citerne avait grimpé à {hundreds} dirhams. Certaines familles avaient fini par s’installer provisoirement chez des proches en ville.',
        ],
        [
          'Au total, {hundreds} foyers seront servis, ainsi que {few} écoles, deux dispensaires et la mosquée. Des abreuvoirs publics seront aménagés le long des pistes pour les éleveurs qui mènent leurs troupeaux vers les pâturages d’altitude.',
          'Une association d’usagers prendra la gestion du réseau. {few} jeunes du village ont déjà été formés à l’entretien des pompes, au relevé des compteurs et à la recherche de fuites, et toucheront une indemnité mensuelle.',
        ],
      ],
      caption: 'Pose de conduites dans les environs de {town}',
    },
    {
      section: 'Éducation',
      titles: [
        'À {town}, une école neuve pour {hundreds} élèves',
        '{tens} salles de classe de plus pour désengorger les écoles de {town}',
        'Rentrée sous le signe du changement au lycée de {town}',
      ],
      leads: [
        'Après un an de travaux, l’école communautaire de {town} a ouvert ses portes cette semaine. Elle compte {tens} salles de classe, un internat et une cantine, et doit épargner aux enfants les longues marches qui décourageaient les familles.',
        '{tens} nouvelles salles de classe sont prêtes à {town} et accueilleront leurs élèves dès lundi prochain, une fois les tables et les tableaux installés. L’annonce a été faite aux parents lors d’une réunion qui a rempli le préau.',
      ],
      details: [
        [
          'L’établissement dispose d’une salle informatique et d’une bibliothèque de {hundreds} ouvrages en arabe, en français et en amazigh, donnés pour l’essentiel par des lecteurs qui ont répondu à l’appel lancé par {person} sur les réseaux sociaux.',
          'L’internat logera {hundreds} élèves venus des hameaux les plus éloignés. Pour les autres, {few} cars partiront chaque matin à sept heures du centre des douars et reviendront en fin d’après-midi, y compris le samedi.',
        ],
        [
          'Les parents se disent soulagés, mais rappellent que la piste d’accès reste à réparer, surtout au niveau du petit pont que l’oued submerge à chaque averse. En décembre dernier, les cours avaient été interrompus pendant une semaine.',
          'Selon l’association des parents, {tens} % des filles de la région abandonnaient leur scolarité avant la fin du collège. La proximité, assure-t-elle, suffira à faire baisser ce chiffre en deux ou trois rentrées.',
        ],
        [
          'L’équipe compte {tens} enseignants, pour la plupart en début de carrière. La commune leur a aménagé des logements de fonction, dont l’absence poussait auparavant beaucoup d’entre eux à demander leur mutation dès la première année.',
          'Un club de théâtre et un club d’environnement ouvriront au printemps. Les ateliers du samedi accueilleront aussi les enfants des quartiers voisins, et une représentation publique est prévue sur la place de {town}.',
        ],
      ],
      caption: 'La cour de la nouvelle école de {town}, le jour de l’ouverture',
    },
    {
      section: 'Culture',
      titles: [
        'Le festival de {town} célèbre l’artisanat pour sa {tens}e édition',
        '{town} attend {tens} troupes pour ses nuits de musique',
        'Le conte populaire retrouve les places de {town}',
      ],
      leads: [
        'Jeudi soir s’ouvre à {town} le festival annuel de l’artisanat et de la musique, auquel participent {tens} troupes venues de tout le pays. Les spectacles se partageront entre la grande place, la maison de la culture et les remparts de la casbah.',
        'Pendant quatre jours, {town} réunit {tens} conteurs, musiciens et artisans. Le rendez-vous, né il y a dix ans d’une initiative de quelques enseignants, veut faire connaître le patrimoine local et offrir une scène aux plus jeunes.',
      ],
      details: [
        [
          'Cette année, le tissage est à l’honneur, explique {woman}, chargée de la programmation : {tens} tapis seront exposés, dont chacun raconte le village où il est né, et des ateliers permettront aux enfants de s’essayer au métier.',
          'Une exposition de photographies anciennes, rassemblées par {person} dans les albums des familles, retrace la vie des marchés et des moussems entre les années trente et les années soixante-dix. Elle est montrée au public pour la première fois.',
        ],
        [
          'Les hôteliers comptent sur l’événement pour relancer la saison. Une semaine avant l’ouverture, {tens} % des chambres des gîtes ruraux étaient déjà réservées, et plusieurs familles ont proposé d’héberger des visiteurs.',
          'La recette de la soirée de clôture ira à la restauration de l’ancienne bibliothèque, dont les {hundreds} manuscrits de droit, d’astronomie et de médecine souffrent de l’humidité depuis que la toiture s’est affaissée.',
        ],
        [
          'Pour la première fois, les spectacles seront retransmis en direct sur Internet grâce à {few} étudiants originaires de la région, afin que les familles installées à l’étranger puissent les suivre en même temps que leurs proches.',
          'L’appel aux bénévoles a reçu {hundreds} réponses en moins de deux semaines. Les organisateurs, qui n’en espéraient pas le quart, ont dû dédoubler les séances de formation prévues à la maison des jeunes.',
        ],
      ],
      caption: 'Une soirée de la précédente édition à {town}',
    },
    {
      section: 'Économie',
      titles: [
        'Olives : la récolte progresse de {tens} % à {town}',
        'Les oléiculteurs de {town} misent sur la qualité',
        'À {town}, le prix des olives recule sur les marchés',
      ],
      leads: [
        'Les oléiculteurs de {town} attendent cette saison une récolte supérieure de {tens} % à celle de l’an dernier. Les pluies précoces de l’automne ont redonné vigueur aux arbres après trois années particulièrement maigres.',
        'Les premiers chargements d’olives arrivent aux moulins de {town}, où l’on s’attend à une hausse de {tens} % de la production. Les consommateurs, eux, guettent l’effet de cette embellie sur le prix du litre d’huile.',
      ],
      details: [
        [
          'Les fruits sont de meilleure qualité que les années passées, confirme {person}, qui exploite {tens} hectares. Mais la main-d’œuvre coûte de plus en plus cher : la journée de cueillette se paie désormais {hundreds} dirhams, repas compris.',
          'La région compte {few} moulins modernes et {tens} moulins traditionnels. {body} annonce que les contrôles porteront cette année sur l’évacuation des margines, longtemps déversées dans l’oued au grand dam des riverains.',
        ],
        [
          'Au souk hebdomadaire, le kilo s’échangeait entre {few} dirhams et le double selon la variété et le calibre. Plusieurs producteurs ont préféré garder leur récolte en attendant des cours plus favorables.',
          'Pour les professionnels, la baisse ne se fera pas sentir avant deux mois au moins : les stocks de l’an dernier sont épuisés, et la demande augmente toujours en début de campagne avant de se stabiliser.',
        ],
        [
          'La coopérative a lancé une marque collective au nom de la localité et vendu {hundreds} litres en ligne dès la première semaine. Ce succès a convaincu d’autres femmes de la rejoindre, et un second atelier est à l’étude.',
          'La coopérative espère obtenir la certification biologique avant la fin de l’année. Les parcelles de {tens} de ses membres ont déjà été contrôlées par un laboratoire agréé, sans qu’aucune réserve ne soit émise.',
        ],
      ],
      caption: 'Cueillette des olives dans un verger de {town}',
    },
    {
      section: 'Régions',
      titles: [
        'Route de {town} : {tens} millions de dirhams pour désenclaver la vallée',
        'Un nouveau pont sort les villages de {town} de l’isolement',
        '{town} : les travaux de la route dans leur dernière phase',
      ],
      leads: [
        'Les travaux de la route qui relie {town} à la côte entrent dans leur dernière phase. Le chantier, doté de {tens} millions de dirhams, doit ramener à moins d’une heure le trajet entre la localité et le port.',
        'Une enveloppe de {tens} millions de dirhams servira à élargir la route de montagne qui mène à {town} et à jeter un pont sur l’oued, après la série d’accidents survenus dans le virage que les habitants appellent le virage du saule.',
      ],
      details: [
        [
          'Le tronçon, long de {tens} kilomètres, a été divisé en deux lots afin de ne pas couper la circulation. Une signalisation provisoire guide les automobilistes vers des itinéraires de remplacement durant la nuit.',
          'Le marché prévoit le renforcement de la chaussée, {few} ouvrages d’évacuation des eaux et la pose de glissières le long de la falaise. {hundreds} arbres seront plantés pour retenir la terre des talus.',
        ],
        [
          'Chauffeur de taxi depuis vingt ans, {person} raconte que le trajet prenait le double du temps nécessaire à cause des nids-de-poule, et que les réparations avalaient un tiers de ses revenus mensuels.',
          'Les commerçants du souk se plaignent d’un ralentissement de l’activité pendant les travaux. Ils demandent l’ouverture rapide du passage provisoire aux camionnettes qui transportent fruits et légumes.',
        ],
        [
          'La fin du chantier est attendue dans {few} mois. Les dernières pluies l’avaient interrompu pendant {tens} jours et emporté une partie du remblai près de l’ancien pont, qu’il a fallu reconstruire entièrement.',
          'Une seconde opération suivra : le revêtement de {tens} kilomètres de pistes rurales, qui relieront les écoles et les centres de santé à la route principale, précise la même source sans avancer de calendrier.',
        ],
      ],
      caption: 'Engins de chantier sur la route de {town}',
    },
  ],
  quotes: [
    '« Nous avons attendu longtemps, et nous espérons que les délais seront tenus, car les gens sont las des promesses sans lendemain », confie {person}.',
    '« Les résultats ne viendront pas du jour au lendemain, mais le premier pas est le plus difficile et nous l’avons fait ensemble », souligne {person}.',
    '« Nous voulons que nos enfants restent ici, et ils ne resteront que s’ils y trouvent ce qu’ils vont chercher en ville », plaide {person}.',
    '« L’essentiel est de durer : trop de projets commencent dans l’enthousiasme et s’arrêtent au bout de quelques mois, faute d’entretien », nuance {person}.',
  ],
  closers: [
    'Le conseil se réunira en session ordinaire la première semaine du mois prochain ; le dossier figure en tête de l’ordre du jour, avec le budget de l’année à venir.',
    '{town} et ses environs comptent plus de {tens} 000 habitants, qui vivent pour la plupart de l’agriculture, de l’élevage et de l’artisanat.',
    'Contactée à plusieurs reprises pour de plus amples précisions, l’entreprise chargée des travaux n’avait pas donné suite à l’heure où nous mettions sous presse.',
    'En cinq ans, la région a bénéficié de {few} projets comparables, dont l’avancement varie sensiblement d’une commune à l’autre.',
  ],
  correction:
    'Correction : une version antérieure de cet article donnait le chiffre de {from}. Il s’agit en réalité de {to}.',
  labels: {
    home: 'Accueil',
    related: 'À lire aussi',
    mostRead: 'Les plus lus',
    share: 'Partager',
    by: 'Par',
    published: 'Publié le',
    updated: 'Mis à jour le',
    comments: 'Commentaires',
    advertisement: 'Publicité',
    subscribe: 'Recevez chaque matin notre lettre d’information',
    rights: 'Tous droits réservés',
    agency: 'Agence Littoral',
  },
};

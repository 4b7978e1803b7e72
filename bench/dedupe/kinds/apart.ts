import type { Case } from './dispatch.ts';

const pair = (
  name: string,
  language: string,
  groups: string,
  ...texts: [string, string, number?][]
): Case => ({
  kind: groups === 'aa' || groups === 'aaa' ? 'update' : 'apart',
  name,
  groups,
  texts: texts.map(([title, body, after = 1]) => ({ language, title, body, after })),
});

/** Texts that only seem one, and updates that only seem two. */
export const SINGLES: readonly Case[] = [
  pair(
    'same speech, two pieces',
    'ar',
    'ab',
    [
      'وزير المالية: لا زيادة في الضرائب السنة المقبلة',
      'أكد وزير المالية كريم العلمي، اليوم أمام لجنة المالية بالبرلمان، أن «الحكومة لن تقر أي زيادة في الضرائب السنة المقبلة وستواصل دعم القدرة الشرائية للمواطنين». وأضاف أن مشروع الميزانية يتوقع نموا بنسبة 4 بالمئة وعجزا في حدود 3,5 بالمئة. وشدد على أن الاستثمار العمومي سيبلغ 340 مليارا.',
    ],
    [
      'المعارضة تهاجم مشروع الميزانية: أرقام حالمة',
      'شن نواب المعارضة هجوما حادا على مشروع الميزانية، معتبرين أن فرضياته بعيدة عن الواقع. وقال رئيس فريق النهضة، عمر الصقلي، إن تصريح الوزير بأن «الحكومة لن تقر أي زيادة في الضرائب السنة المقبلة وستواصل دعم القدرة الشرائية للمواطنين» لا يلزم سوى من صدقه. وطالب بعقد جلسة عامة لمناقشة المديونية وأسعار المحروقات.',
      3,
    ],
  ),
  pair(
    'same speech fr',
    'fr',
    'ab',
    [
      'Le Premier ministre promet 20.000 logements',
      '« Nous construirons 20.000 logements en trois ans et aucun quartier ne sera oublié », a promis jeudi le Premier ministre Anis Jaziri devant les maires réunis à Carthène. Le programme, doté de 1,4 milliard, privilégiera les villes moyennes. Les premiers chantiers ouvriront en février.',
    ],
    [
      'Logement : les promoteurs entre espoir et prudence',
      'Les professionnels du bâtiment accueillent avec prudence l’annonce du gouvernement. « Nous construirons 20.000 logements en trois ans et aucun quartier ne sera oublié », avait promis le Premier ministre Anis Jaziri. Pour la présidente de la chambre des promoteurs, Leïla Mrad, il manque du foncier, des grues et surtout des maçons. Elle réclame une baisse de la TVA sur le ciment.',
      20,
    ],
  ),
  pair(
    'same headline, other text',
    'ar',
    'ab',
    [
      'بلاغ هام من وزارة التربية الوطنية',
      'أعلنت وزارة التربية الوطنية أن الدراسة ستعلق غدا بأقاليم الشمال بسبب سوء الأحوال الجوية والأمطار القوية المرتقبة، على أن تستأنف بعد غد في جميع المؤسسات العمومية والخصوصية.',
    ],
    [
      'بلاغ هام من وزارة التربية الوطنية',
      'كشفت وزارة التربية الوطنية عن تواريخ الامتحانات الإشهادية للموسم الحالي، حيث ستجرى اختبارات الباكالوريا أيام الرابع والخامس والسادس من يونيو بينما تنطلق الدورة الاستدراكية مطلع يوليوز.',
      10,
    ],
  ),
  pair(
    'same headline fr',
    'fr',
    'ab',
    [
      'Conseil des ministres : les principales décisions',
      'Réuni jeudi sous la présidence du chef de l’État, le Conseil des ministres a adopté un décret sur les énergies renouvelables et nommé trois ambassadeurs. Un exposé sur la campagne céréalière a été présenté par le ministre de l’Agriculture.',
    ],
    [
      'Conseil des ministres : les principales décisions',
      'Le Conseil des ministres tenu ce jeudi au palais a examiné la loi relative aux hydrocarbures, approuvé la création d’une université à Beni Salah et entendu une communication sur les feux de forêt.',
      26,
    ],
  ),
  pair(
    'interview in parts',
    'fr',
    'ab',
    [
      'Entretien avec le romancier Aziz Lahlou (1/2)',
      'Aziz Lahlou publie son neuvième roman. Rencontre en deux parties avec un écrivain rare. — Pourquoi ce retour à l’enfance ? — Parce que la maison de ma grand-mère a été vendue l’an dernier, et que j’ai trouvé ses cahiers de comptes dans un coffre. — Vous écrivez à la main ? — Toujours, le matin, dans la cuisine. Fin de la première partie.',
    ],
    [
      'Entretien avec le romancier Aziz Lahlou (2/2)',
      'Aziz Lahlou publie son neuvième roman. Rencontre en deux parties avec un écrivain rare. — La langue est-elle une patrie ? — Je n’aime pas ce mot, je préfère dire un jardin que l’on arrose. — Que lisez-vous en ce moment ? — Des poètes turcs et des manuels de botanique. Fin de la seconde partie.',
      24,
    ],
  ),
  pair(
    'photo captions',
    'fr',
    'ab',
    [
      'Photo du jour',
      'Un pêcheur répare ses filets au port de Ras Nouras, mercredi. (Photo A. Filali)',
    ],
    [
      'Photo du jour',
      'Des enfants jouent au cerf-volant sur la plage de Port-Sable, jeudi. (Photo A. Filali)',
      24,
    ],
  ),
  pair(
    'photo captions ar',
    'ar',
    'ab',
    [
      'صورة وتعليق',
      'صياد يصلح شباكه في ميناء رأس النورس بعد عودته من رحلة صيد ليلية، أمس الأربعاء. عدسة: ع. الفيلالي',
    ],
    [
      'صورة وتعليق',
      'أطفال يلهون بالطائرات الورقية على شاطئ المرسى في أول أيام العطلة، أمس الخميس. عدسة: ع. الفيلالي',
      24,
    ],
  ),
  pair(
    'live blogs of two days',
    'en',
    'ab',
    [
      'Marlow floods live: latest updates',
      '08:10 The bridge at Harrow Ford has collapsed, police say. 08:45 Two helicopters join the rescue. 09:20 The mayor asks residents of the lower town to leave. 10:05 Schools are closed until Monday.',
    ],
    [
      'Marlow floods live: latest updates',
      '07:30 The waters have begun to recede overnight. 08:15 The prime minister arrives in the valley. 09:40 Insurers estimate the damage at 300 million crowns. 10:50 Volunteers bring bread and blankets.',
      24,
    ],
  ),
  pair(
    'preview and report',
    'fr',
    'ab',
    [
      'Atlas Club – Union du Sud : un derby pour la première place',
      'L’Atlas Club reçoit l’Union du Sud dimanche à 17 heures au stade des Oliviers, pour un derby qui vaut la première place. Les deux équipes comptent 31 points. L’entraîneur Farid Zouhair sera privé de son gardien, blessé à l’épaule.',
    ],
    [
      'L’Atlas Club s’offre le derby face à l’Union du Sud',
      'L’Atlas Club a battu l’Union du Sud 2-1 dimanche au stade des Oliviers et prend seul la tête du championnat. Menés à la pause, les joueurs de Farid Zouhair ont renversé la partie grâce à un doublé de Samir Naji. L’Union a terminé à neuf.',
      30,
    ],
  ),
  pair(
    'two accidents',
    'ar',
    'ab',
    [
      'مصرع شخصين في حادث سير بطريق تيفلوين',
      'لقي شخصان مصرعهما وأصيب ثلاثة آخرون بجروح، مساء أمس، في حادث سير وقع على الطريق الوطنية رقم 8 قرب تيفلوين، إثر اصطدام سيارة خفيفة بشاحنة. وتم نقل الضحايا إلى المستشفى المحلي، فيما فتحت مصالح الدرك تحقيقا في الحادث.',
    ],
    [
      'مصرع شخصين في حادث سير بطريق بني عمران',
      'لقي شخصان مصرعهما وأصيب أربعة آخرون بجروح، صباح اليوم، في حادث سير وقع على الطريق الجهوية رقم 31 قرب بني عمران، إثر انحراف سيارة أجرة كبيرة. وتم نقل الضحايا إلى المستشفى المحلي، فيما فتحت مصالح الدرك تحقيقا في الحادث.',
      15,
    ],
  ),
  pair(
    'two appointments',
    'fr',
    'ab',
    [
      'Nomination : Karim Tounsi à la tête de l’Office des ports',
      'Karim Tounsi a été nommé directeur général de l’Office des ports, en remplacement de Salah Guerfi, appelé à d’autres fonctions. Ingénieur diplômé de l’École des mines, il dirigeait depuis 2021 le port de Ras Nouras. Il prendra ses fonctions lundi.',
    ],
    [
      'Nomination : Rym Hachani à la tête de l’Office des forêts',
      'Rym Hachani a été nommée directrice générale de l’Office des forêts, en remplacement de Tahar Bouzid, appelé à d’autres fonctions. Ingénieure diplômée de l’Institut agronomique, elle dirigeait depuis 2019 le parc de Beni Salah. Elle prendra ses fonctions lundi.',
      2,
    ],
  ),
  pair(
    'toll rises',
    'ar',
    'aa',
    [
      'عاجل.. قتيل وأربعة جرحى في انهيار منزل بالمدينة القديمة',
      'لقيت امرأة مصرعها وأصيب أربعة أشخاص، صباح اليوم، جراء انهيار منزل من ثلاثة طوابق بالمدينة القديمة لقصر الرمل، وفق السلطات المحلية. وهرعت فرق الوقاية المدنية إلى المكان للبحث عن عالقين تحت الأنقاض، فيما طوقت السلطات الدرب المؤدي إلى البناية.',
    ],
    [
      'ارتفاع حصيلة انهيار منزل بالمدينة القديمة إلى ثلاثة قتلى',
      'لقي ثلاثة أشخاص مصرعهم وأصيب ستة أشخاص، صباح اليوم، جراء انهيار منزل من ثلاثة طوابق بالمدينة القديمة لقصر الرمل، وفق السلطات المحلية. وهرعت فرق الوقاية المدنية إلى المكان للبحث عن عالقين تحت الأنقاض، فيما طوقت السلطات الدرب المؤدي إلى البناية. وتم إخلاء أربعة منازل مجاورة.',
      3,
    ],
  ),
  pair(
    'toll rises fr',
    'fr',
    'aa',
    [
      'Collision de trains à Oued Sebra : 4 morts',
      'Quatre personnes ont été tuées et une trentaine blessées dans la collision de deux trains de banlieue mercredi matin près d’Oued Sebra, selon un bilan provisoire de la Protection civile. Le choc s’est produit à 7 h 12 à l’entrée de la gare, un convoi ayant franchi un feu rouge. Une cellule de crise a été installée à la préfecture.',
    ],
    [
      'Collision de trains à Oued Sebra : le bilan passe à 7 morts',
      'Sept personnes ont été tuées et 42 blessées dans la collision de deux trains de banlieue mercredi matin près d’Oued Sebra, selon un nouveau bilan de la Protection civile. Le choc s’est produit à 7 h 12 à l’entrée de la gare, un convoi ayant franchi un feu rouge. Une cellule de crise a été installée à la préfecture. Le conducteur a été placé en garde à vue.',
      5,
    ],
  ),
  pair(
    'figure corrected',
    'fr',
    'aa',
    [
      'La récolte de dattes atteindra 340.000 tonnes',
      'La récolte de dattes devrait atteindre 340.000 tonnes cette année, en hausse de 10 % grâce aux pluies de l’automne, a indiqué mardi le groupement interprofessionnel. Les exportations ont débuté en octobre vers 82 pays.',
    ],
    [
      'La récolte de dattes atteindra 390.000 tonnes (rectificatif)',
      'La récolte de dattes devrait atteindre 390.000 tonnes cette année, en hausse de 10 % grâce aux pluies de l’automne, a indiqué mardi le groupement interprofessionnel. Les exportations ont débuté en octobre vers 82 pays.',
      2,
    ],
  ),
  pair(
    'translation',
    'fr',
    'ab',
    [
      'Trois morts dans l’incendie d’une usine à Sidi Merzouk',
      'Trois ouvrières ont péri jeudi dans l’incendie d’une usine de câblage de la zone industrielle de Sidi Merzouk, selon la Protection civile, qui a mobilisé 75 agents.',
    ],
    [
      'ثلاث وفيات في حريق مصنع بسيدي مرزوق',
      'لقيت ثلاث عاملات حتفهن الخميس في حريق شب بمصنع للكابلات بالمنطقة الصناعية سيدي مرزوق، وفق الحماية المدنية التي سخرت 75 عونا.',
      1,
    ],
  ),
  pair(
    'one event, own words',
    'fr',
    'ab',
    [
      'Une nécropole retrouvée sous le futur métro',
      'Les ouvriers de la ligne C n’en croyaient pas leurs yeux : sous six mètres de boue dormait un cimetière vieux de vingt-trois siècles. Masques, jarres et bijoux rejoindront bientôt les vitrines du musée, mais les usagers devront attendre l’ouverture de leur station.',
    ],
    [
      'Carthène : le métro retardé par l’archéologie',
      'Il faudra patienter quatre mois de plus. L’Institut du patrimoine a obtenu l’arrêt du chantier après la découverte d’une soixantaine de tombes puniques. Le coût de la déviation est estimé à 9 millions.',
      4,
    ],
  ),
];

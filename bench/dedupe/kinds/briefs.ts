import type { Dispatch } from './dispatch.ts';

/** Two sentences, as the last page of an agency's file has them. */
export const BRIEFS: readonly Dispatch[] = [
  {
    language: 'ar',
    title: 'هزة أرضية بقوة 4,2 درجات تضرب سواحل بني عمران',
    other: 'زلزال خفيف يوقظ سكان بني عمران',
    lead: 'حالة من الهلع عاشها السكان ليلة أمس.',
    body: [
      'سجلت هزة أرضية بقوة 4,2 درجات على سلم ريشتر، ليلة الجمعة، على بعد 18 كيلومترا شمال شرق بني عمران، حسب مركز الرصد الزلزالي.',
      'ولم ترد أية معلومات عن خسائر بشرية أو مادية جراء هذه الهزة التي شعر بها سكان عدة بلديات مجاورة.',
    ],
  },
  {
    language: 'ar',
    title: 'وفاة الكاتب عبد الرحيم السلاوي صاحب «أبواب الملح»',
    other: 'الأدب يفقد عبد الرحيم السلاوي',
    lead: 'رحل في صمت كما عاش.',
    body: [
      'توفي اليوم الأحد بإحدى مصحات العاصمة الكاتب والروائي عبد الرحيم السلاوي عن عمر ناهز 78 سنة بعد صراع طويل مع المرض.',
      'وكان الراحل قد أصدر إحدى عشرة رواية أشهرها «أبواب الملح» التي ترجمت إلى ست لغات، كما نال جائزة الكتاب سنة 2009.',
    ],
  },
  {
    language: 'ar',
    title: 'حجز 1,3 طن من الكيف المعالج بميناء رأس النورس',
    other: 'إحباط تهريب كمية ضخمة من المخدرات',
    lead: 'كلاب مدربة وراء الكشف عن الشحنة.',
    body: [
      'تمكنت عناصر الجمارك بميناء رأس النورس، مساء أمس، من حجز طن و300 كيلوغرام من الكيف المعالج كانت مخبأة داخل شاحنة لنقل البضائع متوجهة إلى أوروبا.',
      'وأوقف سائق الشاحنة، البالغ من العمر 44 سنة، ووضع تحت تدابير الحراسة النظرية رهن إشارة البحث.',
    ],
  },
  {
    language: 'fr',
    title: 'Un séisme de magnitude 3,9 ressenti à Beni Salah',
    other: 'La terre a tremblé cette nuit à Beni Salah',
    lead: 'Plus de peur que de mal pour les habitants.',
    body: [
      'Un tremblement de terre de magnitude 3,9 a été enregistré dans la nuit de lundi à mardi à 7 km au sud de Beni Salah, a indiqué le Centre de recherche en géophysique.',
      'Aucun dégât n’a été signalé, selon la Protection civile, qui a dépêché des équipes de reconnaissance dans trois communes.',
    ],
  },
  {
    language: 'fr',
    title: 'Le cinéaste Driss Benkacem primé à Locarelle',
    other: 'Cinéma : un prix pour « La Saline »',
    lead: 'Belle récompense pour le septième art national.',
    body: [
      'Le réalisateur Driss Benkacem a reçu samedi le prix du jury du festival de Locarelle pour son deuxième long métrage, « La Saline ».',
      'Tourné en cinq semaines avec des comédiens amateurs, le film raconte la grève oubliée d’ouvrières du sel dans les années 1950.',
    ],
  },
  {
    language: 'fr',
    title: 'Saisie de 12.000 comprimés psychotropes à la gare de Tinmel',
    other: 'Psychotropes : un suspect arrêté à Tinmel',
    lead: 'Le suspect arrivait du nord du pays.',
    body: [
      'La police de Tinmel a interpellé jeudi à la gare routière un homme de 31 ans en possession de 12.000 comprimés psychotropes dissimulés dans des bidons d’huile.',
      'Une perquisition à son domicile a permis la saisie de deux téléphones et d’une somme de 46.000 dirhams, selon une source sécuritaire.',
    ],
  },
  {
    language: 'en',
    title: 'Ferry runs aground off Ardmore, no injuries reported',
    other: 'Passengers safe after ferry mishap',
    lead: 'A calm sea prevented worse, the coastguard said.',
    body: [
      'A ferry carrying 212 passengers ran aground in fog off Ardmore early on Sunday, the coastguard said, with no injuries reported.',
      'Passengers were taken ashore by lifeboat and the vessel, the Lady Morag, was refloated on the evening tide.',
    ],
  },
];

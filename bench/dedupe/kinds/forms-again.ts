import type { Form } from './form.ts';

/** More of them, written after the rules had been mended by the others. */
export const FORMS_AGAIN: readonly Form[] = [
  {
    name: 'accreditation',
    language: 'ar',
    after: 0,
    title: 'رئيس الجمهورية يستقبل سفير {0}',
    body: 'استقبل رئيس الجمهورية، اليوم بقصر الشعب، سفير {0} {1}، الذي سلمه أوراق اعتماده سفيرا مفوضا فوق العادة لبلاده. وجرى الاستقبال بحضور مدير الديوان ووزير الشؤون الخارجية. وأكد السفير في تصريح للصحافة عقب الاستقبال عزمه على العمل من أجل ترقية العلاقات الثنائية بين البلدين في شتى المجالات، معربا عن سعادته بمباشرة مهامه في هذا البلد المضياف.',
    fill: [
      ['السويد', 'يوهان ليندغرين'],
      ['الأرجنتين', 'خوليو باتشيكو'],
      ['ماليزيا', 'أحمد فوزي بن صالح'],
    ],
  },
  {
    name: 'independence day',
    language: 'ar',
    after: 0,
    title: 'أمير البلاد يهنئ رئيس {0} بذكرى الاستقلال',
    body: 'بعث أمير البلاد ببرقية تهنئة إلى فخامة رئيس {0} الصديقة، عبر فيها عن خالص تهانيه بمناسبة ذكرى استقلال بلاده، متمنيا لفخامته دوام الصحة والعافية ول{0} وشعبها الصديق المزيد من التقدم والازدهار. كما بعث ولي العهد ببرقية تهنئة مماثلة ضمنها أطيب تمنياته.',
    fill: [['كينيا'], ['بنما'], ['ألبانيا']],
  },
  {
    name: 'exam results',
    language: 'ar',
    after: 2,
    title: 'نتائج الباكالوريا بجهة {0}: {1} في المئة نسبة النجاح',
    body: 'أعلنت الأكاديمية الجهوية للتربية والتكوين لجهة {0} أن نسبة النجاح في الدورة العادية للباكالوريا بلغت {1} في المئة، حيث نجح {2} مترشحا ومترشحة، منهم {3} إناثا. وسجلت أعلى معدل التلميذة {4} بمعدل {5}. وتقدمت الأكاديمية بالتهاني إلى الناجحين وأسرهم وإلى الأطر الإدارية والتربوية.',
    fill: [
      ['الساحل', '71,2', '14320', '8110', 'هبة الكتاني', '19,41'],
      ['الواحات', '66,8', '9875', '5402', 'سلمى أيت علي', '19,28'],
      ['الجبل', '73,5', '11240', '6317', 'رميساء شهبون', '19,55'],
    ],
  },
  {
    name: 'power cuts',
    language: 'ar',
    after: 24,
    title: 'انقطاع الكهرباء بأحياء {0} يوم {1}',
    body: 'تعلم مديرية توزيع الكهرباء زبناءها الكرام أن التزويد بالتيار سينقطع يوم {1} من الساعة الثامنة صباحا إلى الواحدة زوالا بأحياء {0}، وذلك من أجل القيام بأشغال صيانة الشبكة. وتعتذر المديرية لزبنائها عن هذا الانقطاع وتدعوهم إلى اتخاذ الاحتياطات اللازمة، على أن يعود التيار دون إشعار مسبق حال انتهاء الأشغال.',
    fill: [
      ['الزيتون والنخيل', 'الثلاثاء'],
      ['المسيرة والوحدة', 'الأربعاء'],
      ['الفتح والقدس', 'الخميس'],
    ],
  },
  {
    name: 'tv tonight',
    language: 'fr',
    after: 24,
    title: 'Télévision : notre sélection de {0} soir',
    body: 'Que regarder {0} soir ? Sur la première chaîne, à 21 heures, {1}. Sur la deuxième, à 20 h 45, {2}. Les amateurs de documentaires choisiront {3} sur la chaîne culturelle. Et pour finir la soirée, retrouvez le journal de la nuit et la météo. Bonne soirée devant votre petit écran et à demain pour une nouvelle sélection.',
    fill: [
      [
        'lundi',
        'le premier épisode de la série « Les Remparts »',
        'un débat sur l’école',
        '« Le Peuple des dunes »',
      ],
      [
        'mardi',
        'le téléfilm « Une saison à Tinmel »',
        'la demi-finale de la coupe',
        '« Bâtisseurs de l’oued »',
      ],
      [
        'mercredi',
        'la finale de « Voix nouvelles »',
        'le magazine santé',
        '« Les Gardiens du miel »',
      ],
    ],
  },
  {
    name: 'candidates',
    language: 'fr',
    after: 1,
    title: 'Législatives : {0} en tête dans la circonscription de {1}',
    body: 'Selon les résultats provisoires communiqués par la préfecture, {0} arrive en tête dans la circonscription de {1} avec {2} % des suffrages exprimés, devant {3}, crédité de {4} %. Le taux de participation s’est établi à {5} %. Les résultats définitifs seront proclamés après examen des recours par le Conseil constitutionnel.',
    fill: [
      ['Samira Belkhodja', 'Carthène-Nord', '43,1', 'Lotfi Ayari', '28,7', '51,2'],
      ['Mourad Sliti', 'Beni Salah', '38,9', 'Nadia Guermazi', '35,5', '47,8'],
      ['Hédi Chaouch', 'Port-Sable', '52,4', 'Ridha Toumi', '21,3', '55,0'],
    ],
  },
  {
    name: 'consular',
    language: 'fr',
    after: 22,
    title: 'Consulat mobile à {0} le {1}',
    body: 'Le consulat général informe les membres de la communauté résidant à {0} et dans les environs qu’un consulat mobile sera organisé le {1} de 9 heures à 16 heures à {2}. Les services proposés concernent l’état civil, la légalisation, les passeports et la carte nationale d’identité électronique. Les personnes intéressées sont priées de se munir des pièces nécessaires et de respecter l’heure de leur rendez-vous.',
    fill: [
      ['Orléans', '14 novembre', 'la salle Madeleine'],
      ['Tours', '21 novembre', 'l’espace Beaujardin'],
      ['Blois', '28 novembre', 'la maison des associations'],
    ],
  },
  {
    name: 'agenda',
    language: 'fr',
    after: 24,
    title: 'Agenda culturel : que faire à Carthène ce {0} ?',
    body: 'Voici notre sélection de sorties pour ce {0}. Théâtre : {1}. Musique : {2}. Exposition : {3}. Pour signaler un événement à la rédaction, écrivez-nous au moins une semaine à l’avance en précisant le lieu, l’horaire et le prix des places.',
    fill: [
      [
        'vendredi',
        '« La Cage » au Mondial à 19 h 30',
        'le trio Nessma à la Cathédrale',
        'les aquarelles de Rafik Dridi à la galerie Calame',
      ],
      [
        'samedi',
        '« Antigone des faubourgs » au Rio',
        'hommage au malouf au palais Erlanger',
        'photographies de Douz au musée des Postes',
      ],
      [
        'dimanche',
        'marionnettes pour enfants au parc',
        'chorale Nour à l’hôtel de ville',
        'dernière journée des tapis de Kairouanne',
      ],
    ],
  },
  {
    name: 'obituaries en',
    language: 'en',
    after: 5,
    title: 'Tributes paid to {0}',
    body: 'Tributes have been paid to {0}, {1}, who has died aged {2} after a short illness. The family said in a statement that the funeral would be private and asked for donations to the hospice in lieu of flowers. A book of condolence has been opened at the town hall and flags on public buildings will fly at half mast on the day of the funeral.',
    fill: [
      ['Margaret Oyelaran', 'the former headteacher of Harrow Ford school', '83'],
      ['Colin Bradstreet', 'a lifeboat coxswain for thirty years', '76'],
      ['Dr Elsa Winterbourne', 'who founded the Marlow clinic', '91'],
    ],
  },
  {
    name: 'lottery es',
    language: 'es',
    after: 24,
    title: 'Comprobar el cupón: resultado del sorteo de hoy, {0}',
    body: 'El número agraciado en el sorteo del cupón diario celebrado hoy, {0}, ha sido el {1}, con la serie {2}. Los reintegros corresponden al {3}. El premio principal está dotado con 35.000 euros a las cinco cifras. Recuerde que dispone de treinta días para cobrar su premio y que solo es válida la lista oficial.',
    fill: [
      ['martes', '48213', '017', '4 y al 3'],
      ['miércoles', '90571', '042', '9 y al 1'],
      ['jueves', '12688', '005', '1 y al 8'],
    ],
  },
  {
    name: 'sermon',
    language: 'ar',
    after: 24,
    title: 'تهنئة بمناسبة ازدياد مولود: {0}',
    body: 'ازدان فراش السيد {1} بمولود جديد اختارت له الأسرة من الأسماء {0}. وبهذه المناسبة السعيدة يتقدم أصدقاء العائلة وطاقم الجريدة بأحر التهاني وأطيب الأماني إلى الأبوين، سائلين الله تعالى أن يجعل المولود قرة عين لوالديه وأن ينبته نباتا حسنا وأن يمتع الأم بالصحة والعافية.',
    fill: [
      ['ريان', 'عزيز بوكطاية'],
      ['يحيى', 'رشيد المنفلوطي'],
      ['ليث', 'خالد أزرقان'],
    ],
  },
];

import type { Form } from './form.ts';

/** What differs opens the text, and what is said of everybody makes up the rest of it. */
export const FORMS_WITH_LEADS: readonly Form[] = [
  {
    name: 'about the company',
    language: 'fr',
    after: 3,
    title: '{0}',
    body: '{1}\n\nÀ propos d’Aquanor : fondé en 1998, Aquanor est un groupe spécialisé dans le traitement et le dessalement de l’eau, présent dans 14 pays avec 6.200 collaborateurs. Le groupe conçoit, construit et exploite des stations pour le compte de collectivités et d’industriels, et consacre 4 % de son chiffre d’affaires à la recherche. Coté à la Bourse de Carthène depuis 2011, il a publié l’an dernier un chiffre d’affaires de 1,3 milliard. Ce communiqué contient des déclarations prospectives qui ne constituent pas des garanties quant aux résultats à venir.',
    fill: [
      [
        'Aquanor nomme un directeur financier',
        'Le conseil d’administration d’Aquanor a nommé Julien Desmarets directeur financier, en remplacement de Catherine Vial, qui part à la retraite.',
      ],
      [
        'Aquanor ouvre une filiale au Sénégal',
        'Aquanor annonce l’ouverture d’une filiale à Dakar, dirigée par Awa Ndiaye, afin d’accompagner le développement des réseaux ruraux dans la vallée du fleuve et les villes secondaires du pays.',
      ],
      [
        'Aquanor et l’École des mines s’allient',
        'Une chaire de recherche sur les membranes sera financée par Aquanor.',
      ],
    ],
  },
  {
    name: 'police procedure',
    language: 'ar',
    after: 4,
    title: '{0}',
    body: '{1}\n\nوقد تم الاحتفاظ بالمشتبه فيه تحت تدبير الحراسة النظرية رهن إشارة البحث القضائي الذي يجري تحت إشراف النيابة العامة المختصة، وذلك للكشف عن جميع ظروف وملابسات هذه القضية، وتحديد باقي المتورطين المحتملين وكافة الامتدادات والارتباطات. وتندرج هذه العملية الأمنية في سياق المجهودات المكثفة والمتواصلة التي تبذلها مصالح المديرية العامة للأمن الوطني من أجل مكافحة الجريمة بمختلف أشكالها وتعزيز الشعور بالأمن لدى المواطنات والمواطنين بجميع مدن المملكة.',
    fill: [
      [
        'سيدي مرجان.. توقيف سارق هواتف',
        'أوقفت الشرطة بسيدي مرجان شابا متلبسا بسرقة هواتف محمولة من زبائن مقهى وسط المدينة.',
      ],
      [
        'سقوط مزور شهادات بتيفلوين',
        'أوقفت عناصر الأمن بتيفلوين موظفا سابقا بجماعة قروية يشتبه في تزويره شهادات إدارية وعقود ازدياد لفائدة راغبين في الهجرة مقابل مبالغ مالية متفاوتة.',
      ],
      [
        'إيقاف متهم بالنصب في قصر الرمل',
        'وضعت شرطة قصر الرمل حدا لنشاط نصاب كان يوهم ضحاياه بعقود عمل في الخليج.',
      ],
    ],
  },
  {
    name: 'how to apply',
    language: 'ar',
    after: 20,
    title: '{0}',
    body: '{1}\n\nطريقة الترشيح: يتم إيداع الطلبات حصريا عبر البوابة الوطنية للتوظيف بعد إنشاء حساب شخصي وملء الاستمارة الإلكترونية وتحميل الوثائق المطلوبة بصيغة رقمية، وهي طلب خطي موجه إلى السيد المدير، وسيرة ذاتية مفصلة، ونسخة من الشهادات المحصل عليها، ونسخة من البطاقة الوطنية للتعريف. ولا يقبل أي ملف ناقص أو وارد خارج الأجل المحدد. وتعلن لائحة المدعوين لاجتياز الاختبار الكتابي في البوابة نفسها، ويعتبر هذا الإعلان بمثابة استدعاء.',
    fill: [
      [
        'الوكالة الحضرية توظف تقنيين',
        'تنظم الوكالة الحضرية بقصر الرمل مباراة لتوظيف تقنيين في الطبوغرافيا.',
      ],
      [
        'مباراة لتوظيف أطباء بيطريين',
        'يفتح المكتب الوطني للسلامة الصحية باب الترشيح أمام الأطباء البياطرة الراغبين في شغل مناصب بالمصالح الجهوية في الشرق والجنوب مع توفير السكن الوظيفي.',
      ],
      [
        'الخزانة البلدية تبحث عن مؤطرين',
        'تعلن الخزانة البلدية برأس النورس عن حاجتها إلى مؤطرين للقراءة.',
      ],
    ],
  },
  {
    name: 'recall of products',
    language: 'fr',
    after: 5,
    title: 'Rappel de produit : {0}',
    body: '{1}\n\nLes personnes qui détiendraient ce produit sont invitées à ne pas le consommer et à le rapporter au point de vente, où il leur sera remboursé sur présentation du ticket de caisse. En cas de fièvre, de maux de tête ou de courbatures dans les jours suivant la consommation, il est recommandé de consulter un médecin en lui signalant cette consommation. Les femmes enceintes, les personnes âgées et les sujets immunodéprimés doivent être particulièrement attentifs à ces symptômes. Un numéro vert est à la disposition des consommateurs du lundi au vendredi.',
    fill: [
      [
        'du fromage frais Belvallée',
        'La laiterie Belvallée procède au retrait de son fromage frais aux herbes.',
      ],
      [
        'des merguez Atlas Viandes',
        'À la suite d’un contrôle des services vétérinaires dans un supermarché de Tinmel, la société Atlas Viandes retire de la vente des merguez de bœuf vendues en barquette sous la marque Mechoui Royal.',
      ],
      ['du saumon fumé Nordic', 'Le distributeur Nordic Mer rappelle du saumon fumé.'],
    ],
  },
  {
    name: 'concert series',
    language: 'en',
    after: 24,
    title: '{0} at the Quay Hall',
    body: '{1}\n\nTickets are available from the box office and online, with concessions for students, pensioners and members of the Friends of the Quay. Doors open an hour before the performance and latecomers will be admitted only at the interval. The hall is fully accessible and assistance dogs are welcome. Parking is free after six in the evening at the harbour car park, five minutes on foot, and the last ferry waits until the end of the concert. The season is supported by Denning Bank and the Harrow Ford council.',
    fill: [
      ['Lindqvist quartet', 'The Lindqvist quartet plays Haydn and Bartok on Thursday.'],
      [
        'An evening of fado',
        'Singer Ana Travassos, accompanied by two guitars and an accordion, brings an evening of Lisbon fado to the harbour for the first time since her acclaimed debut at the festival of islands.',
      ],
      ['Brass for Christmas', 'The Marlow Colliery Band opens the season of carols.'],
    ],
  },
];

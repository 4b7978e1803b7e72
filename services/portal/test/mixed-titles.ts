/** Titles of mixed direction: as written, and their words as they stand on the line from left to right. */
export interface MixedTitle {
  readonly language: string;
  readonly text: string;
  readonly seen: readonly string[];
}

const title = (language: string, text: string, seen: string): MixedTitle => ({
  language,
  text,
  seen: seen.split(' | '),
});

const MIXED: readonly MixedTitle[] = [
  title('ar', 'Apple تطلق هاتفا جديدا', 'جديدا | هاتفا | تطلق | Apple'),
  title('ar', 'Look Around متاحة في المغرب', 'المغرب | في | متاحة | Look | Around'),
  title('ar', 'شركة OCP Group توقع عقدا', 'عقدا | توقع | OCP | Group | شركة'),
  title('ar', '2026 سنة الانتخابات', 'الانتخابات | سنة | 2026'),
  title('ar', 'الرجاء يفوز 3-1 على الوداد', 'الوداد | على | 3-1 | يفوز | الرجاء'),
  title('ar', '#المغرب يتصدر مجموعته', 'مجموعته | يتصدر | #المغرب'),
  title('ar', '(فيديو) حريق في Casablanca', 'Casablanca | في | حريق | (فيديو)'),
  title('ar', '"رواية" جديدة للكاتب', 'للكاتب | جديدة | "رواية"'),
  title('ar', 'ارتفاع الأسعار بنسبة 5.2 بالمائة', 'بالمائة | 5.2 | بنسبة | الأسعار | ارتفاع'),
  title('ar', 'iPhone 17 Pro يصل السوق', 'السوق | يصل | iPhone | 17 | Pro'),
  title('ar', 'تطبيق WhatsApp: ميزة جديدة', 'جديدة | ميزة | WhatsApp: | تطبيق'),
  title('ar', 'من France إلى Maroc', 'Maroc | إلى | France | من'),
  title('fr', 'Le mot حوار au cœur du débat', 'Le | mot | حوار | au | cœur | du | débat'),
  title('fr', '« كلمة طيبة » dit-il', '« | طيبة | كلمة | » | dit-il'),
  title('fr', 'الجزيرة quitte le pays', 'الجزيرة | quitte | le | pays'),
  title('en', 'Nashra نشرة is here', 'Nashra | نشرة | is | here'),
];

/** Each by itself, and with what news put before and after a title. */
export const MIXED_TITLES: readonly MixedTitle[] = MIXED.flatMap((it) => {
  const isRtl = it.language === 'ar';
  const around = (before: string, after: string): MixedTitle => ({
    language: it.language,
    text: [before, it.text, after].filter(Boolean).join(' '),
    seen: (isRtl ? [after, ...it.seen, before] : [before, ...it.seen, after]).filter(Boolean),
  });
  if (!isRtl) return [it, around('Urgent:', ''), around('', '(vidéo)')];
  return [it, around('عاجل:', ''), around('', 'اليوم'), around('خبر', '(صور)')];
});

/** Titles and paragraphs whose glyphs are held against the Unicode Bidirectional Algorithm, line by line. */
export const MIXED_TEXTS: readonly (readonly [language: string, text: string])[] = [
  ['ar', 'ChatGPT يدخل المدارس المغربية: 3 أسئلة و5 أجوبة'],
  ['ar', 'OCP: أرباح بـ 5,2 مليار درهم (+12%) في 2026'],
  ['ar', 'e-Gov: منصة «Idarati» تتجاوز 1.000.000 مستخدم'],
  ['ar', '"Le Monde": المغرب «قوة صاعدة» في إفريقيا'],
  ['ar', '[بالفيديو] #Maroc_2030: ملعب الدار البيضاء يتسع لـ115.000 متفرج'],
  ['ar', 'CAN 2025 | المغرب 2-1 نيجيريا (بعد الوقت الإضافي)'],
  ['ar', 'F-35 أم Su-57؟ مقارنة بين الطائرتين'],
  ['ar', '100% من المداشر مكهربة'],
  ['ar', 'من 08:30 إلى 16:00: توقيت العمل في رمضان'],
  ['ar', 'هاتف 0522-123456 للتبليغ عن الرشوة'],
  ['ar', 'البريد info@example.ma وموقع www.example.ma خارج الخدمة'],
  ['ar', 'C++ وPython (3.13) في مباراة التوظيف'],
  ['ar', '٢٠٢٦: سنة الماء، و2027 سنة السدود'],
  ['ar', '-5 درجات في إفران، +38° في السمارة'],
  ['ar', 'Royal Air Maroc (RAM) تقتني 25 طائرة Boeing 787-9'],
  ['ar', 'A1-A2-B1: امتحانات اللغة الفرنسية DELF'],
  ['ar', '«BMCE» و"CIH" و(BCP) ترفع الفائدة إلى 2,75٪'],
  ['ar', '$100 للبرميل: النفط يقفز 4.5%'],
  ['ar', 'TGV مراكش – الدار البيضاء في 70 دقيقة'],
  ['ar', '@HespressFr تنشر: "لا تعليق" من وزارة الداخلية'],
  ['fr', 'Le Raja (الرجاء) bat le Wydad (الوداد) 3-1'],
  ['fr', '« الصحراء » : 50 ans après, une exposition à Rabat'],
  ['fr', 'Que veut dire « حُكرة » ? Réponse en 5 mots'],
  ['fr', '12 % de hausse pour la filière « أركان » à Agadir'],
  ['fr', 'Série : « بنات لالة منانة », saison 3, épisode 1'],
  ['en', 'What does “مخزن” mean? 10 words to know'],
  ['en', '#كلنا_المغرب trends in 12 countries'],
  ['en', 'Al Akhawayn (الأخوين) ranks 1st (of 20)'],
  [
    'ar',
    'قالت شركة Apple إن هاتف iPhone 17 Pro سيباع في المغرب بثمن 14.990 درهما (1.399 €)، وأضافت في بلاغ لها أن خدمة "Apple Pay" ستكون متاحة ابتداء من 15/03/2026 لدى بنكين هما Attijariwafa bank وCIH، دون ذكر غيرهما.',
  ],
  [
    'ar',
    'CNSS: أعلن الصندوق الوطني للضمان الاجتماعي (CNSS) أن 3,4 ملايين أجير مصرح بهم، بزيادة 5.1% عن سنة 2025؛ وتتصدر جهة Casablanca-Settat الترتيب بـ 41% متبوعة بجهة Rabat-Salé-Kénitra.',
  ],
  [
    'fr',
    'Le mot « حريك » (harraga, حراقة) apparaît 27 fois dans le rapport de l’OIM ; il désigne, selon ses auteurs, « ceux qui brûlent » : الحراقة. Les chiffres de 2025 (12.430 départs) sont en baisse de 8 %.',
  ],
  [
    'en',
    'The ministry (وزارة التربية الوطنية) said on 3 March that 1,250 schools had joined the “مدرسة الريادة” programme, 40% of them in villages; its hashtag, #الريادة, was read 2 million times.',
  ],
];

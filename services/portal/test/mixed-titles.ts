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

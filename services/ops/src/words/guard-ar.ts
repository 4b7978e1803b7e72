import { type Counted, counting } from './counted.ts';
import type { guard as en } from './guard-en.ts';

const counted = counting('ar');

export const guard: typeof en = {
  about:
    'تُقارن صفحات كل ناشر بماضيها. فإذا اختفى منها ما كان فيها توقف نشر جديدها إلى أن يأذن أحد بالمتابعة، ولا يضيع شيء في الأثناء.',
  none: 'لا شيء: صفحات جميع الناشرين كما كانت.',
  states: { watching: 'أُبلغ عنه', held: 'محجوز', off: 'غير مراقب' },
  told: 'الإبلاغ',
  lost: 'ما ينقص',
  now: 'الآن',
  and: '، ',
  held: (n: Counted) =>
    counted(n, {
      zero: 'لا صفحة محجوزة',
      one: 'صفحة واحدة محجوزة',
      two: 'صفحتان محجوزتان',
      few: '# صفحات محجوزة',
      other: '# صفحة محجوزة',
    }),
  onlyBuilt: 'بنية الصفحات تغيرت، وما تقوله يُستخرج كما كان، فلم يُحجز شيء.',
  asItWas: 'صفحة كما كانت',
  asItIs: 'صفحة كما هي الآن',
  diff: 'ما تغير في بنية الصفحات',
  do: 'نفّذ',
  verbs: { 'go-on': 'تابع', hold: 'احجز', off: 'لا تراقب' },
  verbHelp: {
    'go-on': 'يتعلم من جديد شكل صفحاته، ويعيد قراءة ما حُجز من نسخه المحفوظة.',
    hold: 'يحتفظ بكل ما يأتي منه؛ و«تابع» يلغي ذلك.',
    off: 'لا يراقب ولا يحجز شيئا منه؛ و«تابع» يلغي ذلك.',
  },
  fields: {
    article: 'المقالات',
    title: 'العنوان',
    date: 'التاريخ',
    authors: 'الكتّاب',
    body: 'النص',
    image: 'الصورة',
    length: 'طول النص',
    sureness: 'الثقة في النص',
    frame: 'القالب',
    order: 'ترتيب القالب',
  },
  concern: (fields) => `فقدت صفحاته: ${fields}. لا يُنشر منه جديد.`,
  concernBuilt: (fields) => `تغيرت بنية صفحاته (${fields}) وتُقرأ كما كانت.`,
  concernHeld: 'هناك من يحجز ما يأتي منه.',
  todo: 'انظر ما تغير، ثم تابع أو أصلح القراءة',
};

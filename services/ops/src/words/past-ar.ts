import { type Counted, counting } from './counted.ts';
import type { past as en } from './past-en.ts';

const counted = counting('ar');

export const past: typeof en = {
  again: 'أعد إرساله',
  from: { fetch: 'من الشبكة', parse: 'مما حُفظ' },
  kept: 'الصفحة المحفوظة وما يُقرأ منها',
  asRead: 'كما تُقرأ الآن',
  asKept: 'كما وصلت',
  noNetwork: 'بلا برامج وبلا شبكة: ما حُفظ فقط.',
  head: 'ترويسة الجواب',
  bytes: (n: Counted) =>
    counted(n, {
      one: 'بايت واحد',
      two: 'بايتان',
      few: '# بايتات',
      many: '# بايتا',
      other: '# بايت',
    }),
  sureness: 'الثقة',
  isArticle: 'مقال',
  yes: 'نعم',
  no: 'لا',
  words: (n: Counted) =>
    counted(n, { one: 'كلمة واحدة', two: 'كلمتان', few: '# كلمات', other: '# كلمة' }),
  image: 'الصورة',
  authors: 'الكُتّاب',
  language: 'لغة الصفحة',
  warnings: 'تنبيهات',
  revisions: 'المراجعات',
  extractor: 'المستخلص',
  changes: 'ما أُخبر به القراء',
  noChanges: 'لا شيء بين أحدث التغييرات.',
  causes: { source: 'المصدر', pipeline: 'النظام', operator: 'شخص هنا' },
  why: 'لماذا هو في هذا الخبر',
  first: 'هو أول خبره.',
  like: 'يشبه المقال',
  byPerson: 'وضعه شخص هناك.',
  copyOf: 'نسخة من',
  meant: 'مقالات قد تكون المقصودة',
};

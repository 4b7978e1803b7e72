import type { reread as en } from './reread-en.ts';

export const reread: typeof en = {
  name: 'قراءة جديدة',
  about:
    'تُقرأ الصفحات المحفوظة من جديد بالمستخلص الحالي دون الشبكة. بعضها أولا ليُرى ما الذي سيتغير، ثم كلها على مراحل. ما يتغير يصير مراجعة، ويُخبر به على أنه من النظام لا من المصدر.',
  filterHint: 'publisher:hespress  host:a.ma  since:7d  until:2026-03-01',
  filterHelp:
    'كلمات يجب أن تصدق كلها: publisher: و host: و since: و until: (أول مشاهدة) و held:yes.',
  pages: 'صفحات للمقارنة',
  compare: 'قارن',
  compared: (changed: string, read: string, matched: string) =>
    `${changed} من ${read} صفحة قُرئت ستتغير؛ ويصدق المرشح على ${matched}`,
  byPublisher: 'حسب الناشر',
  byField: 'حسب الحقل',
  wouldChange: 'ستتغير',
  read: 'قُرئت',
  fields: 'الحقول',
  field: 'الحقل',
  such: 'مثل',
  alike: (share: string) => `تشابه ${share} %`,
  all: 'اقرأها كلها من جديد',
  go: (n: string) => `اقرأ ${n} من جديد`,
};

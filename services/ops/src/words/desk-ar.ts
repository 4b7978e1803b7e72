import type { desk as en } from './desk-en.ts';

export const desk: typeof en = {
  unsure: 'ما لا يوثق به',
  about: 'من أحدث المقالات، والأقل ثقة أولا. الجواب لا يغير مقالا، بل يصير حالة تحفظها الاختبارات.',
  sure: 'الثقة',
  field: 'الحقل',
  read: 'قُرئ هكذا',
  isRight: 'كما في الصفحة',
  asRead: 'صحيح',
  takedowns: 'المسحوبون',
  takeDown: 'اسحب',
  takeDownHelp:
    'كل مقالات كاتب (أينما كتب، أو عند ناشر واحد) أو كل مقالات ناشر: لا تُعرض ولا تؤخذ من جديد إلى أن يُرفع السحب.',
  kinds: { author: 'كاتب', publisher: 'ناشر' },
  slug: 'الناشر، باسمه المختصر',
  down: 'المقالات',
  lifted: 'رُفع',
  lift: 'ارفع',
};

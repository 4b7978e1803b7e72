import type { Counted } from './counted.ts';
import type { yields as en } from './yields-en.ts';

export const yields: typeof en = {
  add: 'أضف مصدرا',
  addAbout: 'خلاصة أو خريطة موقع أو صفحة رئيسية: يُسأل عنها بلطف، ويُعرض ما فيها قبل إضافة أي شيء.',
  address: 'العنوان',
  look: 'انظر فيه',
  found: (n: Counted) => `وُجد ${n.text}`,
  foundBy: {
    given: 'معطى',
    link: 'سمته الصفحة',
    robots: 'سماه robots.txt',
    guess: 'تخمين',
    page: 'عناوين الصفحة',
  },
  entries: 'المدخلات',
  addChosen: 'أضف المختار',
  test: 'جرّبه الآن',
  days: 'أسبوعان',
  perDay: 'مقالات في اليوم، والأحدث أخيرا',
  copies: 'نسخ',
  complete: 'ما وُجد في أحدثها',
  lag: 'النصف خلال',
  fields: { title: 'العنوان', date: 'التاريخ', authors: 'الكُتّاب', body: 'النص', image: 'الصورة' },
  noneYet: 'لا مقال بعد',
  moves: 'أين كان',
  movesAbout: 'تغير عنوانه، وبقي له ما وجده. كل خطوة يمكن الرجوع عنها.',
  movedBack: 'ارجع إلى هذا العنوان',
  heirs: 'إلى أين قد يكون انتقل',
  adopt: 'خذ هذا العنوان',
  movesOn: 'خادمه يحيل كل طلب إلى',
};

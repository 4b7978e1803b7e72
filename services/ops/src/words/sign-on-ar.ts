import type { signOn as en } from './sign-on-en.ts';

export const signOn: typeof en = {
  by: (called: string) => `الدخول عبر ${called}`,
  onward: 'واصل',
  loggedOut: 'خرجت من هنا.',
  outThere: (called: string) => `اخرج من ${called} أيضا`,
  unreachable: 'مزود الدخول لا يجيب. حاول بعد لحظة أو ادخل بكلمة مرور.',
  refused: 'لم يكتمل الدخول أو طال. ابدأ من جديد.',
  roleless: 'أنت معروف ولم يعطك أحد دورا هنا: اطلب إحدى المجموعات التي لها دور.',
  name: 'اسمك يحمله شخص آخر هنا: يستطيع مدير أن يزيله.',
};

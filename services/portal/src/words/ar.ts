import type { Words } from './wording.ts';

const rules = new Intl.PluralRules('ar');
/** One, two, few (3 to 10) and many, as Arabic counts. */
const counted = (one: string, two: string, few: string, many: string) => (count: number) => {
  const form = rules.select(count);
  if (form === 'one') return one;
  if (form === 'two') return two;
  return `${count} ${form === 'few' ? few : many}`;
};

export const ar: Words = {
  dir: 'rtl',
  ownName: 'العربية',
  site: 'نشرة',
  motto: 'أخبار الصحافة في مكان واحد',
  skip: 'إلى المحتوى',
  language: 'لغة الموقع',
  home: 'الرئيسية',
  publishers: 'الناشرون',
  sections: 'الأقسام',
  archive: 'الأرشيف',
  search: 'بحث',
  about: 'عن الموقع',
  feeds: 'خلاصات',
  strip: 'آخر العناوين',
  pauseStrip: 'إيقاف الشريط',
  latest: 'آخر الأخبار',
  older: 'أخبار أقدم',
  newest: 'الأحدث',
  nothing: 'لا توجد أخبار هنا بعد.',
  nothingFound: 'لم نجد شيئا بهذه الكلمات.',
  publishedIn: ['نشر في ', ' يوم '],
  at: ' على الساعة ',
  by: 'بقلم',
  readSource: 'انقر هنا لقراءة الخبر من مصدره.',
  versions: 'الخبر عند ناشرين آخرين',
  first: 'الأول',
  wasFirst: 'نشره أولا',
  after: (span) => `بعد ${span}`,
  kinds: {
    copy: 'النص نفسه',
    edited: 'النص مع تعديل',
    extended: 'النص مع زيادة',
    part_of: 'ضمن مقال أطول',
    title: 'العنوان نفسه',
  },
  revised: 'عُدّل',
  revisions: 'تعديلات المقال',
  revision: (n) => `النسخة ${n}`,
  added: 'أضيف',
  removed: 'حذف',
  tooDifferent: 'النسختان مختلفتان كثيرا، وهذا نص كل واحدة منهما.',
  tellers: counted('ناشر واحد', 'ناشران', 'ناشرين', 'ناشرا'),
  articles: counted('مقال واحد', 'مقالان', 'مقالات', 'مقالا'),
  minutes: counted('دقيقة قراءة', 'دقيقتا قراءة', 'دقائق قراءة', 'دقيقة قراءة'),
  span: {
    minute: counted('دقيقة', 'دقيقتين', 'دقائق', 'دقيقة'),
    hour: counted('ساعة', 'ساعتين', 'ساعات', 'ساعة'),
    day: counted('يوم', 'يومين', 'أيام', 'يوما'),
  },
  section: 'قسم',
  author: 'الكاتب',
  country: 'البلد',
  homepage: 'موقع الناشر',
  report: 'الإبلاغ عن هذه الصورة',
  reported:
    'شكرا على الإبلاغ! سيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.',
  reportSettled: 'شكرا على الإبلاغ! تم البت في أمر هذه الصورة من قبل.',
  reportTooMany: 'بلاغات كثيرة في وقت قصير. حاول بعد بضع دقائق.',
  back: 'العودة إلى المقال',
  gone: ['حُذف هذا المقال', 'كان هنا مقال وتم حذفه. عنوانه باق لكي لا يضيع أثره.'],
  missing: ['الصفحة غير موجودة', 'لا يوجد شيء في هذا العنوان.'],
  broken: ['تعذر عرض الصفحة', 'وقع خلل عندنا. حاول مرة أخرى بعد قليل.'],
  busy: ['طلبات كثيرة', 'حاول مرة أخرى بعد قليل.'],
  badRequest: ['طلب غير مفهوم', 'تحقق من العنوان ثم حاول مرة أخرى.'],
  searchLabel: 'ابحث في الأخبار',
  searchHint: 'كلمات البحث',
  anyLanguage: 'كل اللغات',
  didYouMean: 'هل تقصد:',
  results: (what) => `نتائج البحث عن: ${what}`,
  aboutText: [
    'يجمع هذا الموقع عناوين الصحافة ومقالاتها في مكان واحد، مع رابط كل خبر إلى مصدره.',
    'يزور برنامجنا مواقع الناشرين على مهل، ويلتزم بملف robots.txt في كل موقع، ويعرّف بنفسه في كل طلب.',
    'لحذف مقال أو صورة راسل القائم على هذا الموقع مع عنوان الصفحة، أو استعمل زر الإبلاغ تحت الصورة.',
    'لا يضع الموقع أي ملف تعريف ارتباط قبل الإبلاغ عن صورة، ولا يستعمل أي خدمة من موقع آخر.',
  ],
};

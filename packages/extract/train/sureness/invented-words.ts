/** The words and labels of one language's invented pages. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly sections: readonly string[];
  readonly notFound: readonly string[];
  readonly search: string;
  readonly more: string;
  readonly ago: (hours: number) => string;
}

const split = (text: string): string[] => text.split(' ');

export const VOCABULARIES: Readonly<Record<'ar' | 'fr' | 'en', Vocabulary>> = {
  en: {
    words: split(
      'minister city council budget water rain school hospital team match police court report market price farmers union strike road bridge river festival health study new plan vote party leader growth trade energy after before against with over says calls opens closes warns',
    ),
    sections: split('Politics Economy Sport Culture World Opinion Health Tech'),
    notFound: ['Page not found', '404 - Not Found', 'Sorry, this page does not exist'],
    search: 'Search results for',
    more: 'Read more',
    ago: (hours) => `${hours} hours ago`,
  },
  fr: {
    words: split(
      'ministre ville conseil budget eau pluie école hôpital équipe match police tribunal rapport marché prix agriculteurs syndicat grève route pont fleuve festival santé étude nouveau plan vote parti chef croissance commerce énergie après avant contre avec selon annonce appelle ouvre ferme',
    ),
    sections: split('Politique Économie Sport Culture Monde Opinions Santé Tech'),
    notFound: ['Page introuvable', 'Erreur 404', 'La page demandée n’existe pas'],
    search: 'Résultats de recherche pour',
    more: 'Lire la suite',
    ago: (hours) => `il y a ${hours} heures`,
  },
  ar: {
    words: split(
      'وزير مدينة مجلس ميزانية ماء مطر مدرسة مستشفى فريق مباراة شرطة محكمة تقرير سوق أسعار فلاحون نقابة إضراب طريق جسر نهر مهرجان صحة دراسة جديد خطة تصويت حزب زعيم نمو تجارة طاقة بعد قبل ضد مع حول يعلن يدعو يفتتح يحذر',
    ),
    sections: split('سياسة اقتصاد رياضة ثقافة العالم آراء صحة تقنية'),
    notFound: ['الصفحة غير موجودة', 'خطأ 404', 'عذرا، الصفحة المطلوبة غير موجودة'],
    search: 'نتائج البحث عن',
    more: 'اقرأ المزيد',
    ago: (hours) => `منذ ${hours} ساعات`,
  },
};

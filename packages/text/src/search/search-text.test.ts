import { expect, it } from 'vitest';
import { FORMS, PLURALS } from './plurals.ts';
import { MORE_PLURALS, SPELLINGS } from './plurals-more.ts';
import { searchConfig, searchText, stemmable } from './search-text.ts';
import { DARIJA, FOREIGN, HIS, RELATIVES } from './spellings.ts';

it.each([
  ['المدرسة والمدارس ومدرستها ومدارسنا مدرستين', 'مدرسه'],
  ['وزير الوزيرة وزراء والوزراء وزيرا', 'وزير'],
  ['الوزارة وزارة ووزارات', 'وزار'],
  ['شركة الشركات شركاتها شركتهم وللشركة', 'شركه'],
  ['المغرب مغربي المغربية والمغاربة مغربيين', 'مغرب'],
  ['ألمانيا الألمانية ألماني', 'المان'],
  ['التزام الالتزامات والتزاماتها', 'التزام'],
  ['الله بالله والله لله', 'الله'],
  ['قرية القرى والقرية قرويون', 'قريه'],
  ['صديق أصدقاؤه وأصدقائها أصدقائنا', 'صديق'],
  ['أميركا الأمريكية أمريكيون أميركيين', 'امريكا'],
  ['حكومة حكومته حكومات حكوماته', 'حكوم'],
  ['إمارات إماراتي الإماراتية', 'امار'],
  ['غوغل جوجل', 'غوغل'],
  ['لاعب للاعبين اللاعبون', 'لاعب'],
  ['قائد وقائد القادة', 'قايد'],
])('searches every word of «%s» as %s', (words, expected) =>
  expect([...new Set(searchText(words).split(' '))]).toEqual([expected]),
);

it.each([
  ['عمل', 'عملة'],
  ['مدرس', 'مدرسة'],
  ['الرياض', 'رياضة'],
  ['دولي', 'دولة'],
  ['لبن', 'لبنان'],
  ['تجار', 'تجارة'],
  ['قراء', 'قراءة'],
  ['وداع', 'دعاة'],
])('keeps %s and %s apart', (one, other) => expect(searchText(one)).not.toBe(searchText(other)));

it('searches every listed form as its word', () => {
  const lists = [PLURALS, MORE_PLURALS, SPELLINGS, FORMS, FOREIGN, RELATIVES, HIS, DARIJA];
  const entries = lists.join('|').split(/[|\n]/).filter(Boolean);
  const apart = entries.filter((entry) => new Set(searchText(entry).split(' ')).size > 1);
  // The plural of two words.
  expect(apart).toEqual(['فرقة فرق']);
});

it.each([
  ['premieres infirmière', 'premier infirmier'],
  ['internationaux journaux eaux', 'international journal eaux'],
  ['actrices arrêtées armée', 'acteur arrete armee'],
  ['travaux nouvelles avions', 'travail nouveau avion'],
  ['français françaises', 'francaise francaise'],
])('gives «%s» to the French stemmer as %s', (words, expected) =>
  expect(stemmable(searchText(words), 'french')).toBe(expected),
);

it('folds words of other scripts and leaves their endings to Postgres', () => {
  expect(searchText('Les élections')).toBe('les elections');
});

it('finds digits that are written to a word, and the word', () => {
  expect(searchText('كوفيد19 و10 الـ20 covid19 20عضوا 5g mp3')).toBe(
    'كوفيد 19 10 20 covid 19 20 عضو 5g mp3',
  );
});

it.each([
  ['ar-MA', 'simple'],
  ['fr', 'french'],
  ['en-GB', 'english'],
  ['es', 'spanish'],
  [undefined, 'simple'],
])('searches %s with %s', (lang, config) => expect(searchConfig(lang)).toBe(config));

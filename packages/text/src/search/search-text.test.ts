import { expect, it } from 'vitest';
import { searchConfig, searchText } from './search-text.ts';

it.each([
  ['المدرسة والمدارس ومدرستها ومدارسنا مدرستين', 'مدرسه'],
  ['وزير الوزيرة وزراء والوزراء وزيرا', 'وزير'],
  ['الوزارة وزارة ووزارات', 'وزار'],
  ['شركة الشركات شركاتها شركتهم وللشركة', 'شركه'],
  ['المغرب مغربي المغربية والمغاربة مغربيين', 'مغرب'],
  ['ألمانيا الألمانية ألماني', 'المان'],
  ['التزام الالتزامات والتزاماتها', 'التزام'],
  ['الله بالله والله لله', 'الله'],
])('searches every word of «%s» as %s', (words, expected) =>
  expect([...new Set(searchText(words).split(' '))]).toEqual([expected]),
);

it.each([
  ['عمل', 'عملة'],
  ['مدرس', 'مدرسة'],
  ['الرياض', 'رياضة'],
  ['دولي', 'دولة'],
  ['لبن', 'لبنان'],
])('keeps %s and %s apart', (one, other) => expect(searchText(one)).not.toBe(searchText(other)));

it('folds words of other scripts and leaves their endings to Postgres', () => {
  expect(searchText('Les élections')).toBe('les elections');
  expect(searchText('كوفيد19 ومدارس2')).toBe('كوفيد19 ومدارس2');
});

it.each([
  ['ar-MA', 'simple'],
  ['fr', 'french'],
  ['en-GB', 'english'],
  ['es', 'spanish'],
  [undefined, 'simple'],
])('searches %s with %s', (lang, config) => expect(searchConfig(lang)).toBe(config));

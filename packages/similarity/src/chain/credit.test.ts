import { expect, it } from 'vitest';
import { creditsOf } from './credit.ts';

const TEXT =
  'انطلقت صباح اليوم أشغال توسعة الميناء بحضور ممثلي المهنيين والسلطات المحلية، ومن المنتظر أن تستمر عامين.';

it.each([
  [`و م ع – ${TEXT}`, 'MAP', 'opening'],
  [`الرباط (و.م.ع) - ${TEXT}`, 'MAP', 'opening'],
  [`و.م.ع ${TEXT}`, 'MAP', 'opening'],
  [`${TEXT} (ومع)`, 'MAP', 'end'],
  [`${TEXT}\nالمصدر: و م ع`, 'MAP', 'end'],
  [`واس- الرياض: ${TEXT}`, 'SPA', 'opening'],
  [`عين اليوم – واس  ${TEXT}`, 'SPA', 'opening'],
  [`جدة 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس\n${TEXT}`, 'SPA', 'opening'],
  [`الجزائر (وأج) ــ ${TEXT}`, 'APS', 'opening'],
  [
    'Par Rédaction AFP — Le port a été agrandi ce matin en présence des élus et des pêcheurs.',
    'AFP',
    'opening',
  ],
  [
    'RABAT (Reuters) - The harbour was enlarged this morning, officials and fishermen said.',
    'REUTERS',
    'opening',
  ],
  ['TUNIS, 12 mai (TAP) - Le port a été agrandi ce matin en présence des élus.', 'TAP', 'opening'],
  ['Le port a été agrandi ce matin en présence des élus et des pêcheurs. (avec MAP)', 'MAP', 'end'],
])('reads whom «%s» credits', (body, agency, place) => {
  expect(creditsOf({ body, authors: [] })).toContainEqual({ agency, place });
});

it('reads a credit in the author’s name', () => {
  expect(creditsOf({ body: TEXT, authors: ['هسبريس - و م ع'] })).toEqual([
    { agency: 'MAP', place: 'author' },
  ]);
  expect(creditsOf({ body: TEXT, authors: ['Reuters Staff'] })).toEqual([
    { agency: 'REUTERS', place: 'author' },
  ]);
  expect(creditsOf({ body: TEXT, authors: ['Le360 avec AFP'] })).toEqual([
    { agency: 'AFP', place: 'author' },
  ]);
});

it('takes words for words: «ومع» within a sentence, an agency that is spoken to', () => {
  for (const body of [
    `ومع اقتراب الصيف ${TEXT}`,
    `${TEXT} ومع ذلك، قال الوزير في تصريح لوكالة المغرب العربي للأنباء إن الأشغال ستبدأ في موعدها وستنتهي قبل الشتاء المقبل كما كان مقررا من قبل.`,
    'The map of the harbour: AP classes will open there in September, the town said on Monday morning.',
  ])
    expect(creditsOf({ body, authors: ['سعاد بنكيران'] })).toEqual([]);
});

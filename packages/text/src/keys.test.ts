import { expect, it } from 'vitest';
import { foldText } from './fold/fold-text.ts';
import { textKey, textKeyOf, titleKey, titleKeyOf } from './keys.ts';

it('gives two punctuations of one headline one key', () => {
  const first = titleKey('خالد السهلي يكتب.. "قراءة جديدة لتاريخ الماء: النهر لا ينسى"');
  expect(titleKey('خالد السهلي يكتب: "قراءة" جديدة لتاريخ الماء.. النهر لا ينسى')).toBe(first);
  expect(first).not.toBe('');
});

it('keeps headlines that differ in a word or a number apart', () => {
  expect(titleKey('إغلاق 12 مدرسة في الشمال')).not.toBe(titleKey('إغلاق 13 مدرسة في الشمال'));
});

it('gives titles too short to name an article no key', () => {
  for (const title of ['أخبار الساحة', 'Sport', 'Édito du jour', '', '???'])
    expect(titleKey(title)).toBe('');
});

it('keys titles of scripts without spaces', () => {
  expect(titleKey('市立図書館が再び開館しました')).not.toBe('');
});

it('gives a body one key whatever its marks and spaces, and a caption none', () => {
  const body = 'فتحت المكتبةُ أبوابها صباح اليوم. '.repeat(6);
  expect(textKey(body)).toBe(textKey(body.replaceAll('.', ' …\n').replaceAll('ُ', '')));
  expect(textKey('اقرأ المزيد')).toBe('');
});

it('keys what is folded already alike', () => {
  const title = 'إغلاق ١٢ مدرسة في الشمال';
  const body = 'فتحت المكتبةُ أبوابها صباح اليوم. '.repeat(6);
  expect(titleKeyOf(foldText(title))).toBe(titleKey(title));
  expect(textKeyOf(foldText(body))).toBe(textKey(body));
  expect(textKeyOf(foldText('اقرأ المزيد'))).toBe('');
});

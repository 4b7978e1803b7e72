import { expect, it } from 'vitest';
import { isMonth, isWeekday } from './day-words.ts';

it.each(['mars', 'Dez.', 'غشت', 'أبريل', 'במרץ', 'березня', 'Μαρτίου', 'mrt', 'مارچ', 'اسفند'])(
  'knows the month %s',
  (name) => expect(isMonth(name)).toBe(true),
);

it.each(['jeudi', 'Thu', 'quinta-feira', 'الخميس', 'יום חמישי', 'czwartek', 'Πέμπτη', 'جمعرات'])(
  'knows the day %s',
  (name) => expect(isWeekday(name)).toBe(true),
);

it.each(['Martin', 'Anne', '', 'يوسف', 'Doe'])('takes %s for neither', (name) => {
  expect(isMonth(name)).toBe(false);
  expect(isWeekday(name)).toBe(false);
});

import { expect, it } from 'vitest';
import { countHeadedParts } from './headed-parts.ts';

const PARAGRAPH =
  'The harbour opened again in the morning, after two days in which no boat had gone out. ';
const FOREIGN =
  'أعلنت مصالح الميناء استئناف الملاحة صباح اليوم بعد يومين من التوقف بسبب سوء الأحوال الجوية في عرض البحر.';

it('counts short lines that close no sentence, each with a paragraph below', () => {
  const parts = [
    PARAGRAPH,
    'The fishermen',
    PARAGRAPH,
    'سوق السمك',
    FOREIGN,
    'Et après ?',
    FOREIGN,
  ];
  expect(countHeadedParts(parts.join('\n'))).toBe(2);
  expect(countHeadedParts(parts.join('\r\n\r\n'))).toBe(2);
});

it('counts neither the first line, nor a list, nor what somebody says', () => {
  expect(countHeadedParts(`The title\n${PARAGRAPH}`)).toBe(0);
  expect(countHeadedParts(`${PARAGRAPH}\nsalt\npepper\nbread`)).toBe(0);
  expect(countHeadedParts(`${PARAGRAPH}\nHe said:\n${PARAGRAPH}\n« Non. »\n${PARAGRAPH}`)).toBe(0);
  expect(countHeadedParts('')).toBe(0);
});

it('counts no further than a byte holds', () => {
  expect(countHeadedParts(`${PARAGRAPH}\n${`A heading\n${PARAGRAPH}\n`.repeat(300)}`)).toBe(255);
});

import { expect, it } from 'vitest';
import { RuleError, readRules, rulingOn } from './entry-rules.ts';

const entry = {
  address: 'https://a.ma/sport/2024/%D8%AE%D8%A8%D8%B1-1.html',
  title: 'الرَّجاء يفوز في الدار البيضاء',
  categories: ['Sport', 'Société'],
};
const isOut = (block: string[], keep: string[] = []) =>
  rulingOn(readRules(block, keep), entry) !== null;

it('blocks by a part of the address, by words of the title, by a category', () => {
  expect(isOut(['address:/sport/'])).toBe(true);
  expect(isOut(['address:/SPORT/*.html'])).toBe(true);
  expect(isOut(['address:/خبر'])).toBe(true);
  expect(isOut(['address:.html*/sport/'])).toBe(false);
  expect(isOut(['title:الرجاء'])).toBe(true);
  expect(isOut(['title:رجا'])).toBe(false);
  expect(isOut(['category:societe'])).toBe(true);
  expect(isOut(['category:politique', 'title:الوداد'])).toBe(false);
});

it('keeps only what one of the keep rules fits, and blocks that too where it is told to', () => {
  expect(isOut([], ['category:politique'])).toBe(true);
  expect(isOut([], ['category:politique', 'category:sport'])).toBe(false);
  expect(isOut(['title:البيضاء'], ['category:sport'])).toBe(true);
  expect(isOut([])).toBe(false);
});

it('refuses what is no rule', () => {
  for (const text of ['sport', 'title:', 'title:«»', 'author:x', `address:${'x'.repeat(501)}`]) {
    expect(() => readRules([text], [])).toThrow(RuleError);
  }
});

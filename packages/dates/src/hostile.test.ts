import { expect, it } from 'vitest';
import { findDate, parseDate } from './parse-date.ts';

const PIECES =
  '2024 05 3 31 99 10:30 :: / - . , + ( ) T Z GMT AM م ص منذ ساعة و نصف يوم غشت mai août mar 年 月 日 시 오후 \u0660\u0661 \u202e é \ud83d \ud83d\ude00'.split(
    ' ',
  );

/** A linear congruential generator: the same texts on every run. */
function* texts(count: number): Generator<string> {
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let i = 0; i < count; i++) {
    const parts = Array.from({ length: 1 + next(9) }, () => PIECES[next(PIECES.length)]);
    yield parts.join(next(2) ? ' ' : '');
  }
}

it('throws on nothing, and what it gives is an instant', () => {
  const ref = new Date('2024-05-03T10:00:00Z');
  for (const text of texts(20_000)) {
    for (const date of [parseDate(text, { ref, tz: 'Africa/Cairo' }), findDate(text, { ref })]) {
      if (date) expect(date.instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  }
}, 30_000);

it('spends bounded time on long and repetitive texts', () => {
  const { user: before } = process.cpuUsage();
  for (const piece of ['1/', '1 ', 'mar ', 'منذ ', '12:', 'و ', '((', '年', '+0']) {
    for (const length of [200, 590, 100_000]) findDate(piece.repeat(length / piece.length));
  }
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(2000);
});

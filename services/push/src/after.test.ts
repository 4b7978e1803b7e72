import { expect, it } from 'vitest';
import { afterTry } from './after.ts';

const patience = { retryMs: 1_000, tries: 5 };

it('is done when the receiver took it', () => {
  expect(afterTry({ status: 204 }, 3, patience)).toEqual({ taken: true });
});

it('waits twice as long each time, an hour at the most', () => {
  const pause = (failures: number) =>
    afterTry({ status: 500 }, failures, { ...patience, tries: 100 });
  expect([0, 1, 2, 40].map(pause)).toEqual(
    [1_000, 2_000, 4_000, 3_600_000].map((retryMs) => ({
      taken: false,
      error: 'answered 500',
      retryMs,
    })),
  );
});

it('waits as long as the receiver asks for', () => {
  expect(afterTry({ status: 429, retryAfterMs: 90_000 }, 0, patience)).toMatchObject({
    retryMs: 90_000,
  });
});

it.each([
  ['is gone', { status: 410 }, 0],
  ['failed too often', { status: 500 }, 4],
  ['is never there', new Error('connect ECONNREFUSED'), 4],
])('gives up a receiver that %s', (_, answer, failures) => {
  expect(afterTry(answer, failures, patience)).toMatchObject({ taken: false, retryMs: null });
});

it('takes a redirect for a refusal: nobody signed for the other address', () => {
  expect(afterTry({ status: 302 }, 0, patience)).toMatchObject({ error: 'answered 302' });
});

import { compare, signatureOf } from '@nashra/similarity';
import { expect, it } from 'vitest';
import { isOwnTwin } from './own-twin.ts';

const WORDS =
  'harbour council budget tunnel ferry museum orchard library regulator brewery laboratory fishery reservoir archive railway market treaty vaccine bridge pipeline'.split(
    ' ',
  );
const sentence = (at: number) =>
  `In the ${WORDS[at % 20]} of the north the ${WORDS[(at * 7 + 3) % 20]} asked the ${WORDS[(at * 11 + 5) % 20]} about its ${WORDS[(at * 13 + 1) % 20]}.`;
const BODY = Array.from({ length: 24 }, (_, at) => sentence(at)).join(' ');
const FOOT = ' Follow our house on all channels for more of the news of the day.';
const TITLE = 'Harbour council delays the northern tunnel';
const PUBLISHED = Date.UTC(2026, 2, 1, 10);

function twin(before: string, after: { title?: string; body?: string }, laterMs = 0, other = 1) {
  const text = (title: string, body: string) => signatureOf({ title, body, language: 'en' });
  const first = text(TITLE, before);
  const evidence = compare(text(after.title ?? TITLE, after.body ?? before), first, { gapMs: 0 });
  const telling = {
    articleId: 5,
    storyId: 6,
    publisherId: other,
    signature: first,
    publishedAt: PUBLISHED,
    isStated: true,
  };
  const like = { articleId: 5, sureness: 1, evidence };
  return isOwnTwin({ publisherId: 1, publishedAt: PUBLISHED + laterMs }, like, telling);
}

it('knows a text again whose furniture was cut off one reading only, and a headline that names the house', () => {
  expect(twin(BODY, { body: BODY + FOOT })).toBe(true);
  expect(twin(BODY + FOOT, { title: `${TITLE} - Our House`, body: BODY })).toBe(true);
});

it('takes nothing for it that another said, that was said later, or that has other figures or words', () => {
  expect(twin(BODY, {}, 0, 2)).toBe(false);
  expect(twin(BODY, {}, 7_200_000)).toBe(false);
  expect(twin(`${BODY} It has 14 seats.`, { body: `${BODY} It has 15 seats.` })).toBe(false);
  expect(twin(BODY, { body: BODY.slice(0, BODY.length / 2) })).toBe(false);
  expect(twin(BODY, { title: 'Regulator opens the museum of the fishery' })).toBe(false);
});

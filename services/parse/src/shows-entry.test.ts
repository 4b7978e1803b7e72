import { expect, it } from 'vitest';
import { showsEntry } from './shows-entry.ts';

const title = 'Ourika council approves winter budget for the old harbour tunnel';
const page = (headline: string, body = '') => ({ title: headline, body });

it('knows its page by the headline, also said shorter, by the text, or by the summary', () => {
  expect(showsEntry({ title }, page('OURIKA COUNCIL: winter budget approved'))).toBe(true);
  const text = 'The Ourika council has a winter budget, and the old harbour tunnel is part of it.';
  expect(showsEntry({ title }, page('«We had no choice»', text))).toBe(true);
  const summary = 'After nine days of talks the mayor found a majority.';
  const opening = `${summary} It is a narrow one.`;
  expect(showsEntry({ title, summary }, page('«We had no choice»', opening))).toBe(true);
  const [arabic, short] = [
    'المجلس يصادق على ميزانية النفق القديم',
    'مجلس أوريكا يصادق على الميزانية',
  ];
  expect(showsEntry({ title: arabic }, page(short))).toBe(true);
});

it('takes no error, notice or other article for it', () => {
  const error =
    'An application error occurred on the server. The current settings prevent details.';
  expect(showsEntry({ title }, page('Runtime Error', error))).toBe(false);
  // Of one beat: the same words in another report.
  const other =
    'The council of Belgour has no budget for a tunnel, but in winter the harbour grows.';
  expect(showsEntry({ title }, page('Belgour port buys cranes', other))).toBe(false);
});

it('judges by no headline of a few words', () => {
  expect(showsEntry(null, page('Runtime Error'))).toBe(true);
  expect(showsEntry({ title: 'Press review' }, page('What the papers say'))).toBe(true);
});

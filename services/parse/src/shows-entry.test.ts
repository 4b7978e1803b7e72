import { expect, it } from 'vitest';
import { showsEntry } from './shows-entry.ts';

const HEADLINE = 'Ourika council approves winter budget for the old harbour tunnel';
const page = (title: string, body = '') => ({ title, body });

it('knows its page by the headline, also said shorter, or by the text', () => {
  expect(showsEntry(HEADLINE, page('OURIKA COUNCIL: winter budget approved'))).toBe(true);
  const text = 'In Ourika the council has voted on a budget, and the harbour gets its tunnel.';
  expect(showsEntry(HEADLINE, page('«We had no choice»', text))).toBe(true);
  expect(
    showsEntry('المجلس يصادق على ميزانية النفق', page('', 'صادق مجلس أوريكا على ميزانية جديدة')),
  ).toBe(true);
});

it('takes no error, notice or other article for it', () => {
  const error =
    'An application error occurred on the server. The current settings prevent details.';
  expect(showsEntry(HEADLINE, page('Runtime Error', error))).toBe(false);
  const other = 'The port of Belgour has two new cranes, said the ministry.';
  expect(showsEntry(HEADLINE, page('Belgour port buys cranes', other))).toBe(false);
});

it('judges by no headline of a few words', () => {
  expect(showsEntry(undefined, page('Runtime Error'))).toBe(true);
  expect(showsEntry('Press review', page('What the papers say'))).toBe(true);
});

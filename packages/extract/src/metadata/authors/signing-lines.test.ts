import { describe, expect, it } from 'vitest';
import { signingLines } from './signing-lines.ts';

const signers = (...texts: readonly string[]): string[] => [
  ...signingLines(texts.map((text, at) => ({ text, distance: at + 1, node: 0 }))),
];

describe('a line right under the headline', () => {
  it.each([
    ['an agency beside a day', 'AFP | 7 mars 2024 à 14h20', 'AFP'],
    ['an agency alone', '(و م ع)', 'و م ع'],
    [
      'a correspondent',
      'De notre correspondante à Sainte-Amance, Solène Marchadour',
      'Solène Marchadour',
    ],
    ['a place and a name', 'العرائش: هند الزموري', 'هند الزموري'],
    ['a given name and where', 'Nadir Oakes, Leeds', 'Nadir Oakes'],
    ['names in capitals', 'WINIFRED OAKES, DERMOT QUILLAN', 'WINIFRED OAKES, DERMOT QUILLAN'],
    ['a place, a name and the day', 'العرائش/ هند الزموري الخميس 7 مارس 2024', 'هند الزموري'],
    ['a kind of text and a name', 'Reportage Hélène Marchadour, à Tunis', 'Hélène Marchadour'],
    [
      'a name, and who took the pictures',
      'بقلم الكاتبة: هند الزموري – تصوير: رضوان',
      'هند الزموري',
    ],
    ['a name and an account', 'Winifred Oakes @woakes', 'Winifred Oakes'],
    ['a name and an office', 'Winifred Oakes, county reporter', 'Winifred Oakes'],
  ])('signs when it is %s', (_, text, name) => {
    expect(signers(text)).toEqual([name]);
  });

  it('signs when an office stands below', () => {
    expect(signers('Solène Marchadour', 'Journaliste')).toEqual(['Solène Marchadour']);
  });

  it.each([
    'Sainte-Amance, le 7 mars 2024',
    'Port Hallam, March 7, 2024',
    'Real Madrid',
    'صورة: إدريس القباج',
    'Premier League, Champions League',
  ])('does not sign when it is «%s»', (text) => {
    expect(signers(text)).toEqual([]);
  });

  it('does not sign behind a paragraph', () => {
    const lines = [{ text: 'AFP', distance: 2, node: 0 }];
    expect([...signingLines(lines)]).toEqual([]);
  });
});

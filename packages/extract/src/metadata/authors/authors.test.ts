import { describe, expect, it } from 'vitest';
import { SiteNames } from '../title/site-name.ts';
import { type AuthorSources, chooseAuthors } from './authors.ts';
import { namesIn } from './names.ts';
import { isPerson } from './who.ts';

describe('namesIn', () => {
  it.each([
    ['By Jane Doe and John Smith', ['Jane Doe', 'John Smith']],
    ['Par Marie Dupont avec AFP', ['Marie Dupont', 'AFP']],
    ['By Jane Doe with AP', ['Jane Doe', 'AP']],
    ['Reportage de Marie Dupont', ['Marie Dupont']],
    ['كتبته سلمى الإدريسي', ['سلمى الإدريسي']],
    ['Von Anna Schmidt (dpa)', ['Anna Schmidt']],
    ['بقلم: أحمد العلوي', ['أحمد العلوي']],
    ['كتب محمد بن علي', ['محمد بن علي']],
    ['3 mars 2024 à 14:46 par Marie Dupont', ['Marie Dupont']],
    ['Jane Doe, jane@paper.example', ['Jane Doe']],
    ['Jane Doe Senior Reporter', ['Jane Doe']],
    ['https://social.example/janedoe', []],
    ['admin', []],
    ['سلمى الإدريسي، ياسين بناني', ['سلمى الإدريسي', 'ياسين بناني']],
    ['سلمى الإدريسي وياسين بناني', ['سلمى الإدريسي', 'ياسين بناني']],
    ['\u200fPar\u200f Marie Dupont\u202c', ['Marie Dupont']],
    ['Le Matin et AFP', ['Le Matin et AFP']],
    ['By Jane Doe December 2, 2025', ['Jane Doe']],
    ['Published December 2, 2025 by Jane Doe', ['Jane Doe']],
    ['Jane Doe, Leeds 12 Nov 2025', ['Jane Doe']],
    ['Jane Doe, Ph.D., RD, Director of Ports', ['Jane Doe']],
    ['Jane Doe, AFP', ['Jane Doe', 'AFP']],
    ['Jane Doe, M.D., D.V.M.', ['Jane Doe']],
    ['JANE DOE, JOHN ROE', ['JANE DOE', 'JOHN ROE']],
    ['Jane Doe, A. B.', ['Jane Doe', 'A. B.']],
    ['Jane Doe, Port Ellan', ['Jane Doe']],
    ['Parisa Doe', ['Parisa Doe']],
    ['ByJane Doe', ['Jane Doe']],
    ['Jane Doe on behalf of the harbour team', ['Jane Doe']],
    ['Jane Doe Jane Doe', ['Jane Doe']],
    ['Jane Doe/SP-X', ['Jane Doe']],
  ])('reads %s', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });
});

describe('isPerson', () => {
  it('tells people from desks, agencies and sites', () => {
    for (const name of ['Jane Doe', 'Maria del Carmen Ruiz', 'محمد العلوي', '山田太郎'])
      expect(isPerson(name)).toBe(true);
    for (const name of [
      'News Desk',
      'Reuters',
      'La Rédaction',
      'هيئة التحرير',
      'paper.example',
      'Jane',
      'Full Bio',
      'The Author',
      'Developed By Jane',
      'K A',
    ])
      expect(isPerson(name)).toBe(false);
  });
});

describe('chooseAuthors', () => {
  const site = new SiteNames(['Le Courrier'], 'courrier.example');
  const authors = (sources: Partial<AuthorSources>) =>
    chooseAuthors({ jsonLd: [], metas: [], marked: [], bylines: [], ...sources }, site);

  it('lets a person in the byline sign before a declared desk', () => {
    expect(authors({ jsonLd: ['Le Courrier'], bylines: ['Par Marie Dupont'] })).toEqual([
      'Marie Dupont',
    ]);
  });

  it('keeps who signs when there is no person', () => {
    expect(authors({ jsonLd: ['Le Courrier'] })).toEqual(['Le Courrier']);
  });

  it('lets no name further down take the place of a declared agency', () => {
    const far = { metas: ['Reuters'], others: ['Par Marie Dupont'] };
    expect(authors(far)).toEqual(['Reuters']);
    expect(authors({ metas: ['Reuters'], bylines: ['Par Marie Dupont'] })).toEqual([
      'Marie Dupont',
    ]);
  });

  it('lets whoever a site is named after sign on it', () => {
    const own = new SiteNames(['Marie Dupont'], 'mariedupont.example');
    const none = { jsonLd: [], marked: [], bylines: [] };
    expect(chooseAuthors({ ...none, metas: ['Marie Dupont'] }, own)).toEqual(['Marie Dupont']);
    expect(authors({ metas: ['Le Courrier'] })).toEqual([]);
  });

  it('drops the desk beside a person, but not the agency', () => {
    expect(authors({ jsonLd: ['Marie Dupont', 'La Rédaction', 'AFP'] })).toEqual([
      'Marie Dupont',
      'AFP',
    ]);
  });

  it('takes no names from a line that is mostly something else', () => {
    expect(authors({ bylines: ['Politique étrangère, Marie Dupont, sujets, archives'] })).toEqual(
      [],
    );
  });

  it('names nobody twice', () => {
    expect(authors({ metas: ['Marie Dupont', 'MARIE DUPONT'] })).toEqual(['Marie Dupont']);
  });
});

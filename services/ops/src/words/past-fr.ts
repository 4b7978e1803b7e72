import { type Counted, counting } from './counted.ts';
import type { past as en } from './past-en.ts';

const counted = counting('fr');

export const past: typeof en = {
  again: 'Le refaire passer',
  from: { fetch: 'depuis le réseau', parse: 'depuis les octets gardés' },
  kept: 'La page gardée, et ce qui en est lu',
  asRead: 'Telle qu’elle est lue maintenant',
  asKept: 'Telle qu’elle est venue',
  noNetwork: 'Sans scripts et sans réseau : rien que ce qui a été gardé.',
  head: 'En-tête de la réponse',
  bytes: (n: Counted) => counted(n, { one: '# octet', other: '# octets' }),
  sureness: 'Sûreté',
  isArticle: 'Un article',
  yes: 'oui',
  no: 'non',
  words: (n: Counted) => counted(n, { one: '# mot', other: '# mots' }),
  image: 'Illustration',
  authors: 'Auteurs',
  language: 'Langue de la page',
  warnings: 'Avertissements',
  revisions: 'Révisions',
  extractor: 'Extracteur',
  changes: 'Dit aux lecteurs',
  noChanges: 'Rien parmi les derniers changements.',
  causes: { source: 'la source', pipeline: 'la chaîne', operator: 'quelqu’un d’ici' },
  why: 'Pourquoi il est dans son histoire',
  first: 'C’est le premier de son histoire.',
  like: 'Semblable à l’article',
  byPerson: 'Une personne l’y a mis.',
  copyOf: 'Copie de',
  meant: 'Articles peut-être visés',
};

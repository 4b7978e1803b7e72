import { type Counted, counting } from './counted.ts';
import type { yields as en } from './yields-en.ts';

const counted = counting('fr');

export const yields: typeof en = {
  add: 'Ajouter une source',
  addAbout:
    'Un fil, un plan de site ou une page d’accueil : on demande poliment, et on montre ce qu’il y a avant d’ajouter quoi que ce soit.',
  address: 'Adresse',
  look: 'Regarder',
  found: (n: Counted) => counted(n, { one: '# trouvé', other: '# trouvés' }),
  foundBy: {
    given: 'donné',
    link: 'nommé par la page',
    robots: 'nommé par robots.txt',
    guess: 'deviné',
    page: 'titres de la page',
  },
  entries: 'Entrées',
  addChosen: 'Ajouter les choisis',
  test: 'L’essayer maintenant',
  days: 'Deux semaines',
  perDay: 'articles par jour, le dernier à la fin',
  copies: 'Copies',
  complete: 'Trouvé dans les derniers',
  lag: 'La moitié en',
  fields: { title: 'titre', date: 'date', authors: 'auteurs', body: 'texte', image: 'image' },
  noneYet: 'pas encore d’article',
  moves: 'Où elle était',
  movesAbout:
    'Son adresse a changé ; ce qu’elle a trouvé lui est resté. Chaque pas peut être défait.',
  movedBack: 'Revenir à cette adresse',
  heirs: 'Où elle est peut-être passée',
  adopt: 'Prendre cette adresse',
  movesOn: 'Son serveur renvoie chaque demande vers',
};

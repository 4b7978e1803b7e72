import type { desk as en } from './desk-en.ts';

export const desk: typeof en = {
  unsure: 'Ce dont personne n’est sûr',
  about:
    'Des derniers articles, le moins sûr d’abord. Une réponse ne change aucun article : elle devient un cas que les tests gardent.',
  sure: 'Sûreté',
  field: 'Champ',
  read: 'Lu comme',
  isRight: 'Ce que dit la page',
  asRead: 'C’est juste',
  takedowns: 'Retirés',
  takeDown: 'Retirer',
  takeDownHelp:
    'Tous les articles d’un auteur (partout, ou chez un éditeur), ou d’un éditeur : aucun n’est plus montré ni repris, jusqu’à ce que ce soit levé.',
  kinds: { author: 'Auteur', publisher: 'Éditeur' },
  slug: 'Éditeur, par son identifiant',
  down: 'Articles retirés',
  lifted: 'levé',
  lift: 'Lever',
};

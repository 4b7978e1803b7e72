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
  images: 'Images signalées et masquées',
  imagesAbout:
    'Des signalements de plusieurs lieux masquent une image. Montrez-la de nouveau ou masquez-la vous-même : chaque geste est dit aux lecteurs, et l’autre le défait.',
  image: 'Image',
  article: 'Article',
  reports: 'Signalements',
  hide: 'Masquer',
  showAgain: 'Montrer',
  imageStates: {
    shown: 'montrée',
    reports: 'masquée par signalements',
    operator: 'masquée par quelqu’un',
    approved: 'peut être vue',
  },
  stories: 'Histoires',
  storiesAbout:
    'Réunissez deux histoires qui n’en font qu’une, ou sortez d’une histoire les articles qui en racontent une autre. Aucune règle ne défait ce qu’une personne décide.',
  storyOf: 'Une histoire ou un article, par son numéro',
  story: (id: string) => `Histoire ${id}`,
  noStory: 'Pas de telle histoire.',
  movedTo: 'Elle a été réunie à',
  split: 'Sortir les articles choisis',
  other: 'Réunir à l’histoire',
  preview: 'Voir les deux',
  bothAre: 'Les deux côte à côte',
  mergeInto: (from: string, into: string) => `Réunir ${from} à ${into}`,
  takeBack: 'Défaire',
};

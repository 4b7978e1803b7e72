import { type Counted, counting } from './counted.ts';
import type { guard as en } from './guard-en.ts';

const counted = counting('fr');

export const guard: typeof en = {
  about:
    'Les pages d’un éditeur sont comparées à leur propre passé. Quand ce qui s’y trouvait a disparu, plus rien n’est publié jusqu’à ce que quelqu’un dise de continuer ; rien n’est perdu entre-temps.',
  none: 'Rien : les pages de tous les éditeurs sont ce qu’elles étaient.',
  states: { watching: 'signalé', held: 'retenu', off: 'non surveillé' },
  told: 'Signalé',
  lost: 'Ce qui manque',
  now: 'Maintenant',
  and: ', ',
  held: (n: Counted) => counted(n, { one: '# page retenue', other: '# pages retenues' }),
  onlyBuilt:
    'Les pages sont construites autrement ; leur contenu est trouvé comme avant, rien n’est donc retenu.',
  asItWas: 'Une page d’avant',
  asItIs: 'Une page d’aujourd’hui',
  diff: 'Ce qui a changé dans la construction des pages',
  do: 'Faire',
  verbs: { 'go-on': 'Continuer', hold: 'Retenir', off: 'Ne plus surveiller' },
  verbHelp: {
    'go-on': 'Réapprend à quoi ressemblent ses pages et relit ce qui était retenu.',
    hold: 'Garde tout ce qui en vient ; « Continuer » l’annule.',
    off: 'Ne surveille et ne retient plus rien ; « Continuer » l’annule.',
  },
  fields: {
    article: 'articles reconnus',
    title: 'titre',
    date: 'date de parution',
    authors: 'auteurs',
    body: 'corps du texte',
    image: 'illustration',
    length: 'longueur du texte',
    sureness: 'sûreté du texte',
    frame: 'gabarit',
    order: 'ordre du gabarit',
  },
  concern: (fields) => `Ses pages ont perdu : ${fields}. Plus rien n’en est publié.`,
  concernBuilt: (fields) => `Ses pages sont construites autrement (${fields}) et lues comme avant.`,
  concernHeld: 'Quelqu’un retient ce qui en vient.',
  todo: 'Voir ce qui a changé, continuer ou corriger la lecture',
};

import type { reread as en } from './reread-en.ts';

export const reread: typeof en = {
  name: 'Relire',
  about:
    'Les pages gardées sont relues par l’extracteur actuel, sans le réseau. D’abord quelques-unes, pour voir ce qui changerait ; puis toutes, par phases. Ce qui change devient une révision, annoncée comme un changement de la chaîne et non de la source.',
  filterHint: 'publisher:hespress host:a.ma since:7d until:2026-03-01',
  filterHelp:
    'Des mots qui doivent tous convenir : publisher:, host:, since:, until: (première vue), held:yes.',
  pages: 'Pages à comparer',
  compare: 'Comparer',
  compared: (changed: string, read: string, matched: string) =>
    `${changed} des ${read} pages relues changeraient ; le filtre en désigne ${matched}`,
  byPublisher: 'Par éditeur',
  byField: 'Par champ',
  wouldChange: 'Changeraient',
  read: 'Relues',
  fields: 'Champs',
  field: 'Champ',
  such: 'Par exemple',
  alike: (share: string) => `semblables à ${share} %`,
  all: 'Les relire toutes',
  go: (n: string) => `En relire ${n}`,
};

/** What stands beside a text in boxes, lists and tables that no name tells from it. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const title = 'La halle aux cordes ferme pour l’hiver';
const own = [
  'La halle aux cordes a fermé lundi jusqu’au printemps, après la dernière vente de filets, pour que les charpentiers puissent changer les poutres.',
  'Les cordiers s’installeront en attendant dans l’ancienne douane, dont le chauffage a été remis en marche par les apprentis du lycée.',
  'La doyenne des marchandes promet de revenir la première, avec la balance de cuivre que sa grand-mère tenait déjà sous ce toit.',
].map((text) => `<p>${text}</p>`);

const bodyOf = (rest: string, between = ''): string =>
  extract(
    Buffer.from(
      `<html lang="fr"><title>${title}</title><main><h1>${title}</h1>${own[0]}${between}${own[1]}${own[2]}${rest}</main></html>`,
    ),
    { url: 'https://quai.example/halle-cordes-5512' },
  ).body;

describe('what stands below a text', () => {
  it.each([
    [
      'readers speak in rows of a table',
      '<table><tr><td>Zaza</td><td>Bravo, je viendrai aider !</td></tr><tr><td>Ton voisin</td><td>Et les chats de la halle ?</td></tr></table>',
      'chats de la halle',
    ],
    [
      'readers speak in items, their names in bold',
      '<ul><li><b>Zaza</b> Enfin, je gelais chaque matin.</li><li><b>Lino</b> Et les chats de la halle ?</li></ul>',
      'chats de la halle',
    ],
    [
      'the house tells its rates',
      '<div><h4>Cours des devises</h4><p>Couronne : 2,11 à l’achat, 2,19 à la vente</p></div>',
      'Couronne',
    ],
    [
      'a table leads through an encyclopedia',
      '<table><tr><th>Halles</th><td><a href="/1">aux grains</a> · <a href="/2">aux draps</a></td></tr><tr><th>Ports</th><td><a href="/3">d’hiver</a> · <a href="/4">de sel</a></td></tr></table>',
      'aux draps',
    ],
    [
      'a line is for the screen alone',
      '<div class="noprint"><p>Le grand livre des halles, ouvert à tous et à chacun.</p></div>',
      'grand livre',
    ],
    [
      'a system for blogs says how it was entered',
      '<p>Cette entrée a été publiée dans <a href="/h">Halles</a>, avec comme mot-clé <a href="/c">cordes</a>. Vous pouvez la mettre en favoris avec ce permalien.</p>',
      'mot-clé',
    ],
    [
      'readers are asked for stars',
      '<p>Notez cet article</p><p>Note moyenne 4,3 sur 5, 31 votes</p>',
      'Note moyenne',
    ],
    ['an agency says that it ends', '<p>// Fin //</p><p>0931</p>', '0931'],
    [
      'a site tells of its cookies',
      '<p>Ce site utilise des cookies pour mesurer son audience.</p>',
      'cookies',
    ],
  ])('goes when %s', (_, rest, gone) => {
    const body = bodyOf(rest);
    expect(body).not.toContain(gone);
    expect(body).toContain('balance de cuivre');
  });

  it.each([
    [
      'a table tells more of it',
      '<table><tr><td>Poutres</td><td>Quarante, toutes de chêne.</td></tr><tr><td>Durée</td><td>Cinq mois au plus.</td></tr></table>',
      'toutes de chêne',
    ],
    [
      'an interview goes on in its own paragraphs',
      '<p><b>Et après ?</b></p><p>Je reviendrai, voilà tout !</p>',
      'Je reviendrai',
    ],
  ])('stays when %s', (_, rest, part) => {
    expect(bodyOf(rest)).toContain(part);
  });
});

describe('a list between the paragraphs', () => {
  const items = (href: string) =>
    `<ul><li><a href="${href}1">Les phares de la côte repeints en blanc</a></li><li><a href="${href}2">Un musée du sel ouvrira à la saline</a></li></ul>`;

  it('goes when it is nothing but headlines of the house', () => {
    expect(bodyOf('', items('/a/'))).not.toContain('musée du sel');
  });

  it('stays when a line announces it, or it leads to documents', () => {
    expect(bodyOf('', `<p>Deux projets attendent encore :</p>${items('/a/')}`)).toContain('musée');
    expect(bodyOf('', items('/d.pdf?n='))).toContain('musée du sel');
  });
});

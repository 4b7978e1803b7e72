import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const title = 'Le syndicat des eaux reporte la fermeture du barrage';
const own = [
  'Le syndicat des eaux a reporté jeudi la fermeture du barrage, prévue depuis deux ans, en raison des pluies attendues dans la vallée.',
  'Les agriculteurs, réunis devant le siège du syndicat, demandaient ce délai depuis le mois de mars pour achever leurs semis.',
  'La directrice a expliqué que les vannes resteraient ouvertes la nuit, et que le niveau serait mesuré trois fois par jour.',
  'Une visite du site est proposée samedi aux habitants, qui pourront interroger les ingénieurs sur la suite du chantier.',
];
const other =
  'Une exposition de gravures anciennes ouvrira ses portes dimanche dans la halle aux grains, avec des prêts de quatre musées étrangers.';
const p = (text: string) => `<p>${text}</p>`;
const [first = '', second = '', third = '', fourth = ''] = own.map(p);

const read = (main: string, lang = 'fr') =>
  extract(
    Buffer.from(
      `<html lang="${lang}"><title>${title}</title><nav><a href="/">Accueil</a></nav><main><h1>${title}</h1>${main}</main><footer>© La Vallée</footer></html>`,
    ),
    {
      url: 'https://vallee.example/eau/report-fermeture-8841',
      now: new Date('2024-05-20T12:00:00Z'),
    },
  );

describe('what is no part of the article', () => {
  it.each([
    ['the hidden attribute', `<div hidden>${p(other)}</div>`],
    ['an inline style', `<div style="color: red; display : none">${p(other)}</div>`],
    ['visibility', `<section style="visibility:hidden">${p(other)}</section>`],
    ['aria-hidden', `<div aria-hidden="true">${p(other)}</div>`],
  ])('goes when it is hidden by %s', (_, hidden) => {
    const { body } = read(first + second + hidden + third + fourth);
    expect(body).not.toContain('gravures');
    expect(body).toContain('une visite du site'.replace('une', 'Une'));
  });

  it.each([
    'Lire aussi :',
    'À lire également',
    'Voir aussi –',
    'Read also:',
    'اقرأ أيضا:',
    'Lesen Sie auch:',
  ])('goes when the line begins with «%s» and leads elsewhere', (lead) => {
    const { body } = read(
      `${first}${second}<p>${lead} <a href="/x">Les gravures de la halle aux grains</a></p>${third}${fourth}`,
    );
    expect(body).not.toContain('gravures');
  });

  it('goes when readers wrote it, though no class says so', () => {
    const comment = (name: string, text: string) =>
      `<div><b>${name}</b> <span>il y a 3 heures</span>${p(text)}<a href="#">Répondre</a></div>`;
    const thread =
      comment(
        'Riverain',
        'Enfin, cela fait des années que nous le demandons dans le bas de la vallée.',
      ) +
      comment('Passant', 'Et les pêcheurs dans tout cela, personne ne leur a demandé leur avis.');
    const { body } = read(`${own.map(p).join('')}<div><h3>2 commentaires</h3>${thread}</div>`);
    expect(body).not.toMatch(/pêcheurs|bas de la vallée/);
    expect(body).toContain('La directrice');
  });

  it('goes when it is the next article of an endless page', () => {
    const next = `<article><h1>Une halle aux grains rouverte</h1>${p(other)}${p(`${other} Les billets sont en vente.`)}</article>`;
    const { body } = read(`<article>${own.map(p).join('')}</article>${next}`);
    expect(body).not.toContain('gravures');
  });

  it('goes when it lies in a dialog', () => {
    const { body } = read(`${first}${second}<dialog>${p(other)}</dialog>${third}${fourth}`);
    expect(body).not.toContain('gravures');
  });

  it.each([
    ['fr', 'La suite de cet article est réservée aux abonnés.'],
    ['ar', 'هذا المقال مخصص للمشتركين. اشترك الآن لقراءة بقية المقال.'],
    ['en', 'Subscribe now to continue reading.'],
  ])('goes when it asks at the end to pay for the rest (%s)', (_, prompt) => {
    const { body, paywalled } = read(`${own.map(p).join('')}<div>${p(prompt)}</div>`);
    expect(body).not.toContain(prompt);
    expect(paywalled).toBe(true);
  });

  it('goes when it is the headline again', () => {
    const { body } = read(`<p><b>${title}</b></p>${own.map(p).join('')}`);
    expect(body.startsWith(own[0] as string)).toBe(true);
  });

  it('goes when it is the body once more, for phones', () => {
    const text = own.map(p).join('');
    const { body } = read(
      `<div class="desktop-version">${text}</div><div class="mobile-version">${text}</div>`,
    );
    expect(body.split('La directrice')).toHaveLength(2);
  });
});

describe('what belongs to the article', () => {
  it('stays when all of it is hidden until a script shows it', () => {
    const { body } = read(`<div style="display:none">${own.map(p).join('')}</div>`);
    expect(body).toContain('La directrice');
  });

  it('stays when it is a list that the text announces, even of links alone', () => {
    const list =
      '<ul><li><a href="/1">Barrage du Moulin</a></li><li><a href="/2">Barrage des Aulnes</a></li></ul>';
    const { body, html } = read(`${first}${second}<p>Sont concernés :</p>${list}${third}${fourth}`);
    expect(body).toContain('Barrage des Aulnes');
    expect(html).toMatch(/<ul>\s*<li[^>]*><a [^>]*>Barrage du Moulin/);
  });

  it('stays as rows and cells when it is a table', () => {
    const row = (name: string, level: number) => `<tr><td>${name}</td><td>${level}</td></tr>`;
    const table = `<table><tr><th>Barrage</th><th>Niveau</th></tr>${row('Moulin', 12)}${row('Aulnes', 9)}</table>`;
    const { body, html } = read(first + second + table + third + fourth);
    expect(body).toContain('Barrage\tNiveau\nMoulin\t12\nAulnes\t9');
    expect(html).toContain('<table>');
  });
});

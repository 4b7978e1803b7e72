import { describe, expect, it } from 'vitest';
import { FeedError } from '../feed-error.ts';
import { learnPatterns } from './learned.ts';
import { readListPage } from './read-list-page.ts';

const url = 'https://www.sahifa.example/actualites';
const now = new Date('2026-03-02T12:00:00Z');

const read = (body: string, head = '', options = {}) =>
  readListPage(Buffer.from(`<html lang="fr"><head>${head}</head><body>${body}</body></html>`), {
    url,
    now,
    ...options,
  });
const paths = (body: string, head = '', options = {}) =>
  read(body, head, options).entries.map(({ address }) => {
    const { pathname, search } = new URL(address ?? '');
    return decodeURI(pathname + search);
  });

const HEADLINES = [
  'Le conseil municipal adopte le budget de l’année prochaine',
  'La récolte d’olives commence avec deux semaines de retard',
  'Un nouveau tramway reliera le port à la gare routière',
  'Les pêcheurs d’Essaouira demandent un quai couvert',
  'La bibliothèque rouvre ses portes après les travaux',
];
const slug = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '-');

const MENU = `<header><nav><ul><li><a href="/">Accueil</a></li>
  ${['politique', 'sport', 'culture-et-societe'].map((it) => `<li><a href="/category/${it}/">${it}</a></li>`).join('')}
  <li><a href="/qui-sommes-nous-et-que-faisons-nous/">Qui sommes-nous et que faisons-nous</a></li></ul></nav></header>`;
const FOOT = `<footer><a href="/politique-de-confidentialite/">Politique de confidentialité</a>
  <a href="/mentions-legales-du-site/">Mentions légales du site</a> <a href="https://other.example/a-b-c-d">Hébergé par quelqu’un d’autre</a></footer>`;

describe('a page of headlines', () => {
  it('is its articles, whatever else it links to', () => {
    const cards = HEADLINES.map(
      (it, at) => `<article class="post-${at}"><a href="/${slug(it)}/"><img src="/${at}.jpg"></a>
        <header class="entry-header"><h2><a href="/${slug(it)}/">${it}</a></h2></header>
        <a href="/category/sport/">Sport</a> <a href="/author/fatima-zahra/">Fatima Zahra</a>
        <time datetime="2026-03-02T0${at}:30:00+01:00">2 mars</time>
        <p>Un premier paragraphe assez long pour résumer ce que dit l’article numéro ${at}.</p>
        <a href="/${slug(it)}/#comments">3 commentaires</a> <a class="more" href="/${slug(it)}/">Lire la suite</a></article>`,
    );
    const tags = ['une-tres-longue-etiquette', 'autre'].map(
      (it) => `<a href="/tag/${it}">${it}</a>`,
    );
    const feed = read(`${MENU}<main>${cards.join('')}</main><aside>${tags.join('')}</aside>
      <div class="pagination"><a href="/page/2/" rel="next">2</a><a href="/page/3/">3</a></div>${FOOT}`);
    expect(feed.entries.map(({ title }) => title)).toEqual(HEADLINES);
    expect(feed.entries[1]?.published?.instant).toBe('2026-03-02T00:30:00Z');
    expect(feed.entries[1]?.summaryHtml).toContain('numéro 1');
    expect(feed.olderLink).toBe('https://www.sahifa.example/page/2/');
    expect(feed).toMatchObject({ format: 'page', language: 'fr', warnings: [] });
  });

  it.each([
    ['numbers', (at: number) => `/article/${4_000 + at}`],
    ['numbers in a query', (at: number) => `/page.aspx?pg=1&md=newsdetail&ni=${69_000 + at}`],
    ['dates and titles', (at: number) => `/2026/03/0${at + 1}/${slug(HEADLINES[at] as string)}`],
    ['codes', (at: number) => `/fr/actu-${880 + at}.html`],
    [
      'sections of one word',
      (at: number) => `/${['sport', 'monde', 'eco', 'art', 'une'][at]}/${7_000 + at}`,
    ],
  ])('with addresses of %s', (_, pathOf) => {
    const rows = HEADLINES.map(
      (it, at) =>
        `<tr><td><a href="${pathOf(at)}">${it}</a></td><td><a href="/source/${at}">Le Quotidien</a></td></tr>`,
    );
    expect(paths(`${MENU}<table>${rows.join('')}</table>${FOOT}`)).toEqual(
      HEADLINES.map((__, at) => pathOf(at)),
    );
  });

  it('tells by their blocks where addresses tell nothing', () => {
    const names = ['budget', 'olives', 'tram', 'quai', 'livres'];
    const cards = names.map(
      (it, at) => `<li class="card"><a href="/${it}"><b>${HEADLINES[at]}</b></a></li>`,
    );
    expect(
      paths(`${MENU}<ul>${cards.join('')}</ul><p><a href="/contact">Contact</a></p>${FOOT}`),
    ).toEqual(names.map((it) => `/${it}`));
  });

  it('takes the one whose address is unlike the others, but not its block', () => {
    const card = (path: string, text: string) =>
      `<div class="item"><h3><a href="${path}">${text}</a></h3></div>`;
    const cards = HEADLINES.map((it, at) => card(at === 2 ? '/tramway' : `/news/${100 + at}`, it));
    expect(paths(`${MENU}${cards.join('')}${FOOT}`)).toContain('/tramway');
  });

  it('finds the headline of a block that is a link as a whole, or is linked by a picture alone', () => {
    const whole = HEADLINES.slice(0, 3).map(
      (it, at) =>
        `<a href="/n/${at + 100}"><div>Société</div><div>${it}</div><div>il y a 2 heures</div></a>`,
    );
    const pictures = HEADLINES.slice(3).map(
      (it, at) =>
        `<div class="card"><a href="/n/${at + 200}"><img alt=""></a><h4>${it}</h4><a href="/n/${at + 200}">Lire la suite</a></div>`,
    );
    const { entries } = read(`<div>${whole.join('')}</div><div>${pictures.join('')}</div>`);
    expect(entries.map(({ title }) => title)).toEqual(HEADLINES);
  });

  it('reads Arabic headlines behind escaped addresses', () => {
    const titles = [
      'الملك يدشن محطة جديدة لتحلية مياه البحر',
      'تساقطات مطرية مهمة في شمال المملكة',
      'المنتخب الوطني يواجه نظيره التونسي',
    ];
    const cards = titles.map(
      (it) =>
        `<div class="post"><h3><a href="/${encodeURIComponent(it.replaceAll(' ', '-'))}/">${it}</a></h3><a href="/${encodeURIComponent(it.replaceAll(' ', '-'))}/">اقرأ المزيد</a></div>`,
    );
    expect(read(cards.join('')).entries.map(({ title }) => title)).toEqual(titles);
  });

  it('learns which addresses are articles from those that were read', () => {
    const rows = HEADLINES.map(
      (it, at) =>
        `<li><a href="/dossier-${at + 10}">${it}</a></li><li><a href="/breves/${900 + at}">Brève</a></li>`,
    );
    const body = `<ul>${rows.join('')}</ul>`;
    const fates = [
      ...Array.from({ length: 10 }, (_, at) => ({
        address: `https://sahifa.example/dossier-${at}`,
        isArticle: false,
      })),
      ...Array.from({ length: 3 }, (_, at) => ({
        address: `https://sahifa.example/breves/${at + 500}`,
        isArticle: true,
      })),
    ];
    expect(paths(body).every((it) => it.startsWith('/dossier-'))).toBe(true);
    const learned = paths(body, '', { learned: learnPatterns(fates) });
    expect(learned).toEqual(HEADLINES.map((_, at) => `/breves/${900 + at}`));
  });

  it.each([
    [
      'an article',
      `${MENU}<article><h1>${HEADLINES[0]}</h1><p>Un long paragraphe.</p></article>${FOOT}`,
    ],
    ['an error', '<h1>404</h1><p>Cette page n’existe pas. <a href="/">Accueil</a></p>'],
    ['nothing', ''],
  ])('is none where the page is %s', (_, body) => {
    expect(() => read(body)).toThrow(FeedError);
  });

  it('stays within its bounds on a hostile page', () => {
    const deep = '<div class="x y z">'.repeat(500);
    const many = Array.from(
      { length: 60_000 },
      (_, at) => `<a href="/news/${at}">Un titre de quelques mots, numéro ${at}</a>`,
    ).join('');
    const before = process.cpuUsage();
    const { entries, warnings } = read(`${deep}${many}`);
    const { user } = process.cpuUsage(before);
    expect(entries).toHaveLength(500);
    expect(warnings.map(({ code }) => code)).toContain('too-many-entries');
    expect(user / 1_000).toBeLessThan(4_000);
  });
});

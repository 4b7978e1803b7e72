import { describe, expect, it } from 'vitest';
import { inventedPages } from '../../../train/sureness/invented-pages.ts';
import { extract } from '../../extract.ts';
import { addressShape } from './address-shape.ts';
import { isConsentTitle, isErrorTitle, isHouseTitle } from './error-words.ts';

const pages = inventedPages(4).map(({ kind, url, html }) => ({
  kind,
  judged: extract(Buffer.from(html), { url }),
}));
const shareRight = (kind: string): number => {
  const members = pages.filter((page) => page.kind === kind);
  return members.filter(({ judged }) => judged.kind === kind).length / members.length;
};

describe('classifyPage', () => {
  it.each(['article', 'error', 'home', 'video', 'gallery'])('knows every invented %s', (kind) => {
    expect(shareRight(kind)).toBe(1);
  });

  it('takes few listings for anything else', () => {
    expect(shareRight('listing')).toBeGreaterThan(0.95);
  });

  it('never calls a contact page an article', () => {
    for (const { kind, judged } of pages)
      if (kind === 'other') expect(judged.isArticle).toBe(false);
  });
});

describe('a story without many words', () => {
  const headline = 'La tempête vue du phare';
  const told =
    '<p>Le gardien a filmé la houle pendant trois nuits du haut de sa tour de pierre.</p>';
  const picture = '<figure><img src="/a.jpg"><figcaption>La digue, dimanche.</figcaption></figure>';
  const isArticle = (main: string, title = headline): boolean =>
    extract(
      Buffer.from(
        `<title>${title} - Le Quai</title><nav><a href="/">Accueil</a></nav><main><h1>${title}</h1>${main}</main>`,
      ),
      { url: 'https://quai.example/x-44.html', now: new Date('2025-08-20') },
    ).isArticle;
  const day = '<p>Publié le 4 août 2025 à 10:30</p>';

  it('is an article in pictures and in a film, where a day stands beside its headline', () => {
    expect(isArticle(`${day}${told}${picture.repeat(6)}`)).toBe(true);
    expect(isArticle(`${day}<video src="/v.mp4"></video>${told}`)).toBe(true);
    expect(isArticle(`<video src="/v.mp4"></video><a href="/b">Suite</a>`)).toBe(false);
  });

  it('is one with a table of results, and none that is a table', () => {
    const rows = ['Nord', 'Sud', 'Est'].map((it) => `<tr><td>${it}</td><td>2-1</td></tr>`).join('');
    const table = `<table>${rows}</table>`;
    expect(isArticle(`${day}${told}${table}<p>Le Nord prend la tête.</p>`)).toBe(true);
    expect(isArticle(`${day}<p>Au 4 août</p>${table}`)).toBe(false);
  });

  it('is none where all it speaks of is being tracked', () => {
    const wall =
      '<p>Nous et nos partenaires stockons des cookies sur votre appareil et traitons des données pour mesurer l’audience.</p><p>Si vous cliquez sur « Tout accepter », nos partenaires utiliseront ces données.</p>';
    expect(isArticle(wall, 'Le Quai et vous')).toBe(false);
  });
});

describe('addressShape', () => {
  it.each([
    ['https://a.example/', 'home'],
    ['https://a.example/ar', 'home'],
    ['https://a.example/?p=2293', 'article'],
    ['https://a.example/?s=rain', 'listing'],
    ['https://a.example/tag/rain/page/2/', 'listing'],
    ['https://a.example/archives/2025', 'listing'],
    ['https://a.example/archives/5512', 'article'],
    ['https://a.example/politics/minister-opens-new-bridge-today', 'article'],
    ['https://a.example/article/164913/الناشط', 'unknown'],
    ['https://a.example/2024/04/30/rain', 'article'],
    ['https://a.example/videos/rain', 'video'],
    ['https://a.example/diaporama/rain', 'gallery'],
    ['nonsense', 'unknown'],
  ])('sees %s as %s', (url, shape) => expect(addressShape(url)).toBe(shape));
});

describe('isErrorTitle', () => {
  it('tells error pages from news about errors', () => {
    for (const title of [
      '404 Not Found',
      'Page introuvable',
      'عذرا، الصفحة غير موجودة',
      'Just a moment...',
    ])
      expect(isErrorTitle(title)).toBe(true);
    for (const title of [
      'Errors found in the report',
      'Le maire introuvable depuis lundi',
      '404 jours de grève',
    ])
      expect(isErrorTitle(title)).toBe(false);
  });
});

describe('isHouseTitle', () => {
  it('tells what a house says of itself from news about houses', () => {
    for (const title of [
      'Mentions légales',
      'Nos offres d’abonnement pour les entreprises',
      'شروط استخدام موقع الساحل اليوم',
      'About the newspaper and the people behind it',
    ])
      expect(isHouseTitle(title)).toBe(true);
    for (const title of [
      'Les offres d’abonnement du métro augmentent',
      'Politique de la ville : le maire recule',
      'About forty boats leave the harbour',
    ])
      expect(isHouseTitle(title)).toBe(false);
  });
});

describe('isConsentTitle', () => {
  it('tells walls of consent from news about privacy', () => {
    for (const title of ['Votre vie privée compte', 'We value your privacy', 'خصوصيتك تهمنا'])
      expect(isConsentTitle(title)).toBe(true);
    for (const title of ['La vie privée des élus au tribunal', 'Minister promises privacy law'])
      expect(isConsentTitle(title)).toBe(false);
  });
});

describe('a page that leads elsewhere', () => {
  const kindOf = (title: string, main: string): string =>
    extract(
      Buffer.from(
        `<title>${title} – Courier</title><nav><a href="/">Home</a></nav><main>${main}</main>`,
      ),
      { url: 'https://courier.example/december' },
    ).kind;

  it('is no article where its headings are links with a line each', () => {
    const cards = ['Carols on the quay', 'Seed swap', 'Repair morning', 'Winter fair', 'Film night']
      .map(
        (name, at) =>
          `<article><h3><a href="/e${at}">${name}</a></h3><p>Hundreds of neighbours came to it in the old hall last year.</p></article>`,
      )
      .join('');
    expect(kindOf('What is on', `<h1>What is on</h1>${cards}`)).not.toBe('article');
  });

  it('is none where what it tells of is sold, or not there', () => {
    const told =
      '<p>A replica of the crank at the old lock, cast by hand in the village and blackened in the forge of the mill.</p>';
    const button = '<form><button>Add to cart</button></form>';
    expect(kindOf('Iron crank', `<h1>Iron crank</h1>${told}${button}`)).not.toBe('article');
    expect(kindOf('Page not found', `<h1>Well, that is odd</h1>${told}`)).toBe('error');
  });
});

import { expect, it } from 'vitest';
import { extract } from './extract.ts';

const TEXT = [
  'Les pêcheurs du vieux port ont repris la mer lundi matin, après neuf jours de tempête qui avaient retenu toute la flotte à quai.',
  'Selon la coopérative, une trentaine de barques sont parties avant l’aube, et les premières sont rentrées vers midi avec des sardines.',
  'Le prix de la caisse, qui avait doublé en une semaine, est revenu à son niveau habituel dès l’ouverture de la criée.',
  'La météo annonce encore du vent pour la fin de la semaine, et le syndicat demande aux équipages de rester prudents au large.',
  'Une réunion avec la délégation est prévue jeudi, afin de parler des dégâts que la houle a causés à la digue et aux pontons.',
]
  .map((it) => `<p>${it}</p>`)
  .join('');
const MENU = '<nav><a href="/">Accueil</a> <a href="/mer">La mer</a></nav>';
const FOOT = '<footer><p>© Le Courrier du Port. Tous droits réservés.</p></footer>';

const bodyOf = (inside: string): string =>
  extract(
    new TextEncoder().encode(
      `<title>Les pêcheurs du vieux port repartent en mer</title><body>${MENU}<h1>Les pêcheurs du vieux port repartent en mer</h1>${inside}${FOOT}`,
    ),
    { url: 'https://port.example/mer/pecheurs' },
  ).body;

it('reads a declarative shadow tree, which browsers show', () => {
  const shadow = (mode: string) =>
    bodyOf(`<news-story><template ${mode}><div>${TEXT}</div></template></news-story>`);
  expect(shadow('shadowrootmode="open"')).toMatch(/^Les pêcheurs[\s\S]*aux pontons\.$/);
  expect(shadow('')).not.toContain('aux pontons');
});

it('reads noscript where a page shows hardly anything else', () => {
  expect(bodyOf(`<div id="root"></div><noscript>${TEXT}</noscript>`)).toMatch(
    /^Les pêcheurs[\s\S]*aux pontons\.$/,
  );
});

it('reads no noscript beside a text of the page', () => {
  const note = '<p>Pour lire ce site, autorisez les scripts dans votre navigateur.</p>'.repeat(12);
  const body = bodyOf(
    `<article>${TEXT}${TEXT.replaceAll('Selon', 'D’après')}</article><noscript>${note}</noscript>`,
  );
  expect(body).toContain('aux pontons');
  expect(body).not.toContain('navigateur');
});

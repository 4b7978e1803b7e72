import { parseHtml } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { homeNames } from './home-names.ts';

const names = (html: string) => homeNames(parseHtml(html), 'www.courriersud.example');

describe('homeNames', () => {
  it.each([
    ['<a href="/">Le Courrier du Sud</a>'],
    ['<a href="https://courriersud.example/"><img src="l.png" alt="Logo Le Courrier du Sud"></a>'],
    ['<h1><a href="//www.courriersud.example/index.php">Le Courrier du Sud</a></h1>'],
  ])('reads the name in %s', (html) => expect(names(html)).toEqual(['Le Courrier du Sud']));

  it.each([
    ['<a href="/">Accueil</a>'],
    ['<a href="/">الصفحة الرئيسية</a>'],
    ['<a href="./">La pluie revient</a>'],
    ['<a href="/pluie">La pluie revient</a>'],
    ['<a href="https://other.example/">Autre Nom</a>'],
  ])('reads none in %s', (html) => expect(names(html)).toEqual([]));
});

import { expect, it } from 'vitest';
import { searchConfig, searchText } from './search-text.ts';

it.each([
  ['الحكومة', 'حكومه'],
  ['والحكومة', 'حكومه'],
  ['بالحكومة', 'حكومه'],
  ['كالحكومة', 'حكومه'],
  ['فالحكومة', 'حكومه'],
  ['للحكومة', 'حكومه'],
  ['وللحكومة', 'حكومه'],
  ['وبالحكومة', 'حكومه'],
  ['وحكومة', 'حكومه'],
  ['ولد', 'ولد'],
  ['الله', 'الله'],
])('strips %s to %s', (word, expected) => expect(searchText(word, 'ar')).toBe(expected));

it('folds other languages and strips nothing there', () => {
  expect(searchText('Les élections', 'fr')).toBe('les elections');
  expect(searchText('الخبر', 'fa')).toBe('الخبر');
});

it.each([
  ['ar', 'arabic'],
  ['ar-MA', 'arabic'],
  ['ary', 'arabic'],
  ['fr', 'french'],
  ['en-GB', 'english'],
  ['es', 'spanish'],
  ['zgh', 'simple'],
  [undefined, 'simple'],
])('searches %s with %s', (lang, config) => expect(searchConfig(lang)).toBe(config));

import { expect, it } from 'vitest';
import { withoutParticles } from './particles.ts';

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
])('strips %s to %s', (word, expected) => expect(withoutParticles(word, 'ar')).toBe(expected));

it('folds other languages and strips nothing there', () => {
  expect(withoutParticles('Les élections', 'fr')).toBe('les elections');
  expect(withoutParticles('الخبر', 'fa')).toBe('الخبر');
});

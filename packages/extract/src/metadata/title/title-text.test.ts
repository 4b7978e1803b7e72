import { expect, it } from 'vitest';
import { undecorated } from './title-text.ts';

it.each([
  ['## The harbour reopens', 'The harbour reopens'],
  ['*A Treatise of Coffee* (1792)', 'A Treatise of Coffee (1792)'],
  ['**The harbour reopens**', 'The harbour reopens'],
  ['The harbour reopens ⋆', 'The harbour reopens'],
  ['#Jemarche : la marche reprend', '#Jemarche : la marche reprend'],
  ['Le film en *** étoiles', 'Le film en *** étoiles'],
  ['What C# and C* have in common', 'What C# and C* have in common'],
  ['« La ville attend »', '« La ville attend »'],
])('takes what draws a title off it: %s', (title, bare) => {
  expect(undecorated(title)).toBe(bare);
});

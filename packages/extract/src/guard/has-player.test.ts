import { expect, it } from 'vitest';
import { extract } from '../extract.ts';
import { lookAt } from './look.ts';

const url = 'https://sahifa.example/sport/le-but-de-la-soiree-123456.html';
const look = (inside: string, address = url) => {
  const html = `<html><body><main><h1>Le but de la soirée</h1><p>Deux phrases le disent.</p>${inside}</main></body></html>`;
  return lookAt(extract(Buffer.from(html), { url: address, observe: true }), address);
};

it.each([
  '<video src="/v/1.mp4"></video>',
  '<audio controls src="/a/1.mp3"></audio>',
  '<iframe src="https://www.youtube.com/embed/abc"></iframe>',
  '<iframe data-src="https://player.maison.example/12"></iframe>',
  '<iframe src="https://geo.dailymotion.com/x.html?v=1"></iframe>',
  '<iframe src="https://media.maison.example/embed/12"></iframe>',
  '<script type="application/ld+json">{"@type":"VideoObject","name":"Le but"}</script>',
])('sees a film or a sound in %s', (inside) => {
  expect(look(inside).film).toBe(true);
});

it.each([
  '',
  '<iframe src="https://ads.regie.example/slot?id=4"></iframe>',
  '<iframe src="https://www.google.com/maps/d/viewer?mid=1"></iframe>',
  '<img src="/i/1.jpg">',
])('sees none in «%s»', (inside) => {
  expect(look(inside).film).toBe(false);
});

it.each([
  ['https://sahifa.example/sport/un-but-123456.html', 'sport'],
  ['https://sahifa.example/fr/monde/un-vote-123456.html', 'monde'],
  ['https://sahifa.example/2026/12/01/un-vote.html', ''],
  ['https://sahifa.example/un-vote-123456.html', ''],
  ['https://sahifa.example/سياسة/انتخابات-123456', encodeURIComponent('سياسة')],
])('reads the section of %s', (address, section) => {
  expect(look('', address).section).toBe(section);
});

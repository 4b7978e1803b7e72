import { describe, expect, it } from 'vitest';
import { addressDate } from './address-date.ts';

const day = (url: string) => {
  const claim = addressDate(url);
  return claim && new Date(claim.local).toISOString().slice(0, 10);
};

describe('addressDate', () => {
  it.each([
    ['https://a.example/2024/04/30/title', '2024-04-30'],
    ['https://a.example/world/2024/feb/24/title', '2024-02-24'],
    ['https://a.example/news/2024-4-3-title.html', '2024-04-03'],
    ['https://a.example/title-20241202105634.html', '2024-12-02'],
    ['https://a.example/30-04-2024/title', '2024-04-30'],
  ])('reads %s', (url, expected) => expect(day(url)).toBe(expected));

  it.each([
    'https://a.example/politics/2024/',
    'https://a.example/19765800/title',
    'https://a.example/202413012/x',
    'https://2024-01-01.example/title',
    'https://a.example/x?d=2024/01/01',
  ])('finds none in %s', (url) => expect(day(url)).toBeNull());
});

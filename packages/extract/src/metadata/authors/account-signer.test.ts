import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const text =
  'I have walked the upper road in every month of the year, and the one that I should not do again is the last week of February, when the snow is soft.';
const authorsOf = (line: string): readonly string[] =>
  extract(
    Buffer.from(
      `<html lang="en"><title>The upper road, month by month</title><main><h1>The upper road, month by month</h1><div>${line}</div><p>${text}</p><p>${text}</p></main></html>`,
    ),
    { url: 'https://walks.example/t/441' },
  ).authors;

describe('the account of who posted', () => {
  it.each([
    ['is called by the last part of its address', '<a href="/users/wet-mason">wet_mason</a>'],
    ['is said to be the author’s', '<a rel="author" href="/x1">wet_mason</a>'],
    ['is kept under a number', '<a href="./member.php?u=77">wet_mason</a>'],
  ])('signs when a link %s', (_, line) => {
    expect(authorsOf(line)).toEqual(['wet_mason']);
  });

  it.each([
    ['leads elsewhere', '<a href="/tags/roads">roads</a>'],
    ['is a tool of the page', '<a href="/users/login">Login</a>'],
  ])('is nobody where a link %s', (_, line) => {
    expect(authorsOf(line)).toEqual([]);
  });

  it('gives way to a person who signs', () => {
    expect(
      authorsOf('<a href="/users/mason">mason</a></div><p>By Imogen Sparrow</p><div>'),
    ).toEqual(['Imogen Sparrow']);
  });
});

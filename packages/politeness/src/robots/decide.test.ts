import { describe, expect, it } from 'vitest';
import { crawlDelayMs, isAllowed } from './decide.ts';
import { parseRobots } from './parse.ts';

const allowed = (path: string, ...rules: string[]) =>
  isAllowed(parseRobots(['user-agent: *', ...rules].join('\n')), 'nashra', path);

describe('rules', () => {
  it.each<[string, string[], boolean]>([
    ['/a/b', [], true],
    ['/a/b', ['disallow: /a'], false],
    ['/A/b', ['disallow: /a'], true],
    ['/a/b', ['disallow: /a', 'allow: /a/b'], true],
    ['/a/b', ['allow: /a/b', 'disallow: /a/b/'], true],
    ['/a/b', ['disallow: /a', 'allow: /a'], true],
    ['/a/b', ['disallow:'], true],
    ['/a?x=1', ['disallow: /*?'], false],
    ['/a.php', ['disallow: /*.php$'], false],
    ['/a.php?x', ['disallow: /*.php$'], true],
    ['/x/y/z.html', ['disallow: /x/*/z'], false],
    ['/x/z', ['disallow: /x/*/z'], true],
    ['/ab', ['disallow: /*ab*ab$'], true],
    ['/abab', ['disallow: /*ab*ab$'], false],
    ['/', ['disallow: /$'], false],
    ['/a', ['disallow: /$'], true],
    ['/a$b', ['disallow: /a$b'], false],
    ['/%d8%ae', ['disallow: /%D8%AE'], false],
    ['/%D8%AE', ['disallow: /خ'], false],
    ['/folder/', ['disallow: /', 'allow: /folder/index.html'], true],
  ])('%s under %j: %s', (path, rules, expected) => {
    expect(allowed(path, ...rules)).toBe(expected);
  });
});

describe('groups', () => {
  const robots = parseRobots(`
    user-agent: *
    disallow: /all
    crawl-delay: 5
    user-agent: Nashra
    disallow: /one
    user-agent: other
    disallow: /
    user-agent: nashra
    disallow: /two
    crawl-delay: 2`);

  it('that name the crawler are merged and shut out those for everybody', () => {
    expect(['/all', '/one', '/two'].map((path) => isAllowed(robots, 'NASHRA', path))).toEqual([
      true,
      false,
      false,
    ]);
    expect(crawlDelayMs(robots, 'nashra')).toBe(2_000);
  });

  it('for everybody hold when none does', () => {
    expect(isAllowed(robots, 'third', '/all')).toBe(false);
    expect(crawlDelayMs(robots, 'third')).toBe(5_000);
  });
});

it('stays fast on patterns made to backtrack', () => {
  const started = performance.now();
  expect(
    allowed(`/${'a'.repeat(4_000)}`, ...Array(200).fill(`disallow: /${'*a'.repeat(400)}b$`)),
  ).toBe(true);
  expect(performance.now() - started).toBeLessThan(1_000);
});

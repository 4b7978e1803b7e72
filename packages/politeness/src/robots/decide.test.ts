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

describe('one spelling', () => {
  it.each<[string, string]>([
    ['/~u', '/%7Eu'],
    ['/%7eu', '/~u'],
    ['/a%2Db', '/a-b'],
    ['/a%20b', '/a b'],
    ['/a b', '/a%20b'],
    ['/say?%22yes%22', '/say?"yes"'],
    ['/say?%27yes%27', "/say?'yes'"],
    ["/it's", '/it%27s'],
    ['/%7Bid%7D', '/{id}'],
    ['/{id}|x', '/%7bid%7d%7cx'],
    ['/%D8%AE', '/%d8%ae'],
    ['/خبر', '/%d8%ae%d8%a8%d8%b1'],
    ['/a*b', '/a%2Ab'],
    ['/a$', '/a%24$'],
    ['/cent%25', '/*%'],
    ['/50%-off', '/50%25-off'],
    ['/a%20b/c%7Cd', '/*b/c|d$'],
  ])('%s is forbidden by %s', (path, pattern) => {
    expect(allowed(path, `disallow: ${pattern}`)).toBe(false);
  });

  it.each<[string, string]>([
    ['/a/b', '/a%2Fb'],
    ['/a%2fb', '/a/b'],
    ['/a%3Fb', '/a?b'],
    ['/a?x=1%26y', '/a?x=1&y'],
    ['/a%2Bb', '/a+b'],
    ['/a%2Ab', '/a*c'],
    ['/a%2541', '/aA'],
  ])('%s is another thing than %s', (path, pattern) => {
    expect(allowed(path, `disallow: ${pattern}`)).toBe(true);
  });

  it('makes rules of one length equal, so that allow wins', () => {
    expect(allowed('/~u/x', 'disallow: /%7Eu', 'allow: /~u')).toBe(true);
  });

  it('gives no exception to letters that no address holds', () => {
    expect(allowed('/خبر', 'disallow: /', 'allow: /خبر')).toBe(false);
    expect(allowed('/%D8%AE%D8%A8%D8%B1', 'disallow: /', 'allow: /خبر')).toBe(true);
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

  it('are chosen by the name in a whole User-Agent field', () => {
    expect(isAllowed(robots, 'Nashra/2.0 (+https://nashra.example)', '/one')).toBe(false);
  });

  it('for everybody hold when none does', () => {
    expect(isAllowed(robots, 'third', '/all')).toBe(false);
    expect(crawlDelayMs(robots, 'third')).toBe(5_000);
  });
});

it('stays fast on patterns made to backtrack', () => {
  const { user: before } = process.cpuUsage();
  expect(
    allowed(`/${'a'.repeat(4_000)}`, ...Array(200).fill(`disallow: /${'*a'.repeat(400)}b$`)),
  ).toBe(true);
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
});

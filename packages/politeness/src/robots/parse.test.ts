import { describe, expect, it } from 'vitest';
import { parseRobots, robotsLimits } from './parse.ts';

const lines = (...text: string[]) => parseRobots(text.join('\n'));

describe('groups', () => {
  it('are found behind spaces that do not break, and where files were put one behind another', () => {
    const { groups } = lines(
      'User-agent:\u00a0*',
      'Disallow:\u00a0/x',
      '\ufeffUser-agent: a',
      'Allow: /',
    );
    expect(groups.map(({ agents, rules }) => [agents, rules.length])).toEqual([
      [['*'], 1],
      [['a'], 1],
    ]);
  });

  it('take several agents until the first rule', () => {
    const { groups } = lines(
      'User-agent: a',
      'User-agent: b',
      'Disallow: /x',
      'User-agent: c',
      'Allow: /',
    );
    expect(groups.map(({ agents }) => agents)).toEqual([['a', 'b'], ['c']]);
  });

  it('are not split by lines that are no rules', () => {
    const { groups } = lines(
      'User-agent: a',
      'Sitemap: https://x.example/s',
      'Unknown: 1',
      'User-agent: b',
      'Disallow: /',
    );
    expect(groups.map(({ agents }) => agents)).toEqual([['a', 'b']]);
  });

  it('know an agent by its product token alone, in any case', () => {
    expect(lines('User-agent: Nashra/1.0 (news)').groups[0]?.agents).toEqual(['nashra']);
    expect(lines('User-agent: * # everybody').groups[0]?.agents).toEqual(['*']);
  });

  it('drop rules that stand before any agent', () => {
    expect(lines('Disallow: /', 'User-agent: a').groups).toMatchObject([
      { agents: ['a'], rules: [] },
    ]);
  });
});

describe('lines', () => {
  it.each([
    ['a colon with spaces', 'Disallow :  /x  # why'],
    ['no colon', 'disallow /x'],
    ['a common misspelling', 'Dissalow: /x'],
    ['any case', 'DISALLOW:/x'],
  ])('are read with %s', (_, line) => {
    expect(lines('user-agent: *', line).groups[0]?.rules).toEqual([
      { allow: false, pattern: '/x' },
    ]);
  });

  it.each(['\n', '\r', '\r\n'])('end with %j', (end) => {
    expect(
      parseRobots(`user-agent: *${end}disallow: /a${end}disallow: /b`).groups[0]?.rules,
    ).toHaveLength(2);
  });

  it('may be written in UTF-16, or have bytes of nothing between them', () => {
    const text = 'user-agent: *\ndisallow: /a';
    const turned = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    for (const file of [Buffer.from(`\ufeff${text}`, 'utf16le'), turned, text.replace('*', '*\0')])
      expect(parseRobots(file).groups[0]?.rules).toHaveLength(1);
  });

  it('may follow a byte order mark', () => {
    expect(lines('\ufeffuser-agent: *', 'disallow: /').groups).toHaveLength(1);
  });

  it('compare octet by octet: text outside ASCII is escaped, escapes are in upper case', () => {
    expect(lines('user-agent: *', 'disallow: /خبر/%d8').groups[0]?.rules[0]?.pattern).toBe(
      '/%D8%AE%D8%A8%D8%B1/%D8',
    );
  });
});

it('keeps sitemaps whatever group they stand in', () => {
  expect(
    lines('Sitemap: https://x.example/خريطة.xml', 'User-agent: *', 'sitemap: /b').sitemaps,
  ).toEqual(['https://x.example/خريطة.xml', '/b']);
});

it('reads the first crawl delay of a group, in seconds, and no nonsense', () => {
  expect(lines('user-agent: a', 'crawl-delay: 1.5', 'crawl-delay: 9').groups[0]?.crawlDelayMs).toBe(
    1_500,
  );
  expect(lines('user-agent: a', 'crawl-delay: soon').groups[0]?.crawlDelayMs).toBeUndefined();
});

describe('bounds', () => {
  it('read 500 KiB and no more', () => {
    const text = `user-agent: *\ndisallow: /a\n${'#'.repeat(robotsLimits.maxBytes)}\ndisallow: /b`;
    expect(parseRobots(text).groups[0]?.rules).toHaveLength(1);
  });

  it('hold against lines made to be slow', () => {
    const { user: before } = process.cpuUsage();
    parseRobots(`${`a${' '.repeat(16_000)}b\n`.repeat(30)}`);
    parseRobots(`user-agent: *\n${'disallow: /*ab\n'.repeat(30_000)}`);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(2_000);
  });

  it('read an HTML page that was served instead as no rules at all', () => {
    expect(lines('<!doctype html>', '<title>Disallow: /</title>').groups).toEqual([]);
  });
});

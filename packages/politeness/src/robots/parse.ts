import { normalPattern } from './normal-form.ts';

export interface RobotsRule {
  readonly allow: boolean;
  /** In the normal form of `normalPattern`; `*` and a final `$` are what they mean in robots.txt. */
  readonly pattern: string;
}

export interface RobotsGroup {
  /** Product tokens in lower case; `*` for everybody. */
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  readonly crawlDelayMs: number | undefined;
}

export interface Robots {
  readonly groups: readonly RobotsGroup[];
  readonly sitemaps: readonly string[];
}

export interface RobotsLimits {
  /** RFC 9309 §2.5: at least 500 KiB are read, what follows is ignored. */
  readonly maxBytes: number;
  readonly maxLineLength: number;
  /** Rules with `*` cost a search of the whole path each; those beyond the bound are ignored. */
  readonly maxWildcardRules: number;
  readonly maxSitemaps: number;
}

export const robotsLimits: RobotsLimits = {
  maxBytes: 500 * 1024,
  maxLineLength: 16_663,
  maxWildcardRules: 4_000,
  maxSitemaps: 1_000,
};

type OpenGroup = { agents: string[]; rules: RobotsRule[]; crawlDelayMs: number | undefined };

/** Parses a robots.txt by RFC 9309, with the leniency of Google's parser (typos, missing colons, any line ends). */
export function parseRobots(text: string | Uint8Array, limits = robotsLimits): Robots {
  const groups: OpenGroup[] = [];
  const sitemaps: string[] = [];
  let namingAgents = false;
  let wildcards = 0;
  for (const { key, value } of directives(text, limits)) {
    const group = groups.at(-1);
    if (key === 'user-agent') {
      if (group && namingAgents) group.agents.push(...agentToken(value));
      else groups.push({ agents: agentToken(value), rules: [], crawlDelayMs: undefined });
      namingAgents = true;
    } else if (key === 'sitemap') {
      if (sitemaps.length < limits.maxSitemaps) sitemaps.push(utf8(value));
    } else if (key === 'crawl-delay') {
      if (group) group.crawlDelayMs ??= delayMs(value);
    } else {
      // Only rules end the list of agents: other lines in between do not split a group.
      namingAgents = false;
      if (value.includes('*') && ++wildcards > limits.maxWildcardRules) continue;
      // An empty pattern matches nothing.
      if (value !== '')
        group?.rules.push({ allow: key === 'allow', pattern: normalPattern(value) });
    }
  }
  return { groups, sitemaps };
}

type Key = 'user-agent' | 'allow' | 'disallow' | 'sitemap' | 'crawl-delay';

/** Directives with the misspellings that are common enough to be meant. */
const KEYS: readonly (readonly [RegExp, Key])[] = [
  [/^user[- ]?agent/, 'user-agent'],
  [/^allow/, 'allow'],
  [/^(disallow|dissallow|dissalow|disalow|diasllow|disallaw)/, 'disallow'],
  [/^site-?map/, 'sitemap'],
  [/^crawl-?delay/, 'crawl-delay'],
];

/**
 * A byte order mark, whole or cut, and within the file where files were put one behind another. Of UTF-16 every second
 * byte is nothing, and is left out wherever it stands.
 */
const MARK = /^(?:\xef(?:\xbb\xbf?)?|\xff\xfe|\xfe\xff)|\xef\xbb\xbf|\0/g;
/** A space that does not break, as word processors and web forms paste it. */
const HARD_SPACE = /\xc2\xa0/g;

/** Lines as key and value. Text is handled as bytes (Latin-1), so that broken UTF-8 still compares octet by octet. */
function* directives(
  text: string | Uint8Array,
  limits: RobotsLimits,
): Generator<{ key: Key; value: string }> {
  const bytes = Buffer.from(text).subarray(0, limits.maxBytes).toString('latin1');
  for (const line of bytes
    .replace(MARK, '')
    .replace(HARD_SPACE, ' ')
    .split(/\r\n|\r|\n/)) {
    const [name, value] = nameAndValue(line.slice(0, limits.maxLineLength).split('#', 1)[0] ?? '');
    const key = KEYS.find(([spelling]) => spelling.test(name.toLowerCase()))?.[1];
    if (key) yield { key, value };
  }
}

/** Parts at the first colon; without one, two words are name and value. */
function nameAndValue(content: string): [string, string] {
  const colon = content.indexOf(':');
  if (colon >= 0) return [content.slice(0, colon).trim(), content.slice(colon + 1).trim()];
  const words = content.trim().split(/\s+/, 3);
  return words.length === 2 ? [words[0] as string, words[1] as string] : ['', ''];
}

/** RFC 9309 §2.2.1: letters, `_` and `-`; what follows them (a version, a comment) does not count. */
function agentToken(value: string): string[] {
  if (/^\*(\s|$)/.test(value)) return ['*'];
  const token = /^[a-z_-]+/i.exec(value)?.[0];
  return token === undefined ? [] : [token.toLowerCase()];
}

function delayMs(value: string): number | undefined {
  const seconds = Number.parseFloat(value);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1_000) : undefined;
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

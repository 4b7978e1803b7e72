/**
 * What a page and its answer say may be done with it, as far as they restrict anything.
 * Sources: robots meta tag and X-Robots-Tag (as search engines document them), TDMRep (W3C community report 2024), IETF AI preferences
 * (`Content-Usage`), RSL 1.0.
 */
export interface Rights {
  /** The most that may be shown; absent: all. `summary`: kept by nobody (noarchive) or only in part (max-snippet). */
  readonly display?: 'summary' | 'headline';
  /** Characters of text that may be shown at the most. */
  readonly snippet?: number;
  /** False: no image of it. */
  readonly image?: false;
  /** False: search engines are not to list it. */
  readonly index?: false;
  /** ISO 8601: not to be shown after. */
  readonly until?: string;
  /** Text and data mining, or the training of models, is reserved. */
  readonly mining?: 'reserved';
  /** Where it says to whom and how what is reserved is given. */
  readonly policy?: string;
}

/** What a page says of it, beside the fields of its answer's head by lower-case name. */
export interface Signals {
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly headers: Readonly<Record<string, string>>;
  /** Addresses of licences in RSL that the page names. */
  readonly licences: readonly string[];
}

/** By what robots' rules call us; what is said to others is theirs. */
const AGENT = 'nashra';
const SUMMARY = new Set(['noarchive', 'nocache']);
const NO_IMAGE = new Set(['noimageindex', 'max-image-preview:none']);
const MINING = new Set(['noai', 'notrain', 'noml']);
/** Preferences of `Content-Usage` that stand for mining, in all drafts so far. */
const MINED = new Set(['train-ai', 'train-genai', 'ai', 'ai-train', 'genai', 'tdm', 'bots']);
const MOST_POLICY = 1_000;

/** Null where nothing is restricted. */
export function readRights({ metas, headers, licences }: Signals): Rights | null {
  const rights: Writable = {};
  for (const name of ['robots', AGENT])
    for (const value of metas.get(name) ?? []) obey(rules(value), rights);
  obey(rules(ownRules(headers['x-robots-tag'] ?? '')), rights);
  usage(headers['content-usage'] ?? '', rights);
  const reserved = [headers['tdm-reservation'], ...(metas.get('tdm-reservation') ?? [])];
  if (reserved.some((value) => value?.trim() === '1')) rights.mining = 'reserved';
  const licence = licences[0] ?? linkedLicence(headers['link'] ?? '');
  if (licence) rights.mining = 'reserved';
  const policy = headers['tdm-policy'] ?? metas.get('tdm-policy')?.[0] ?? licence;
  if (rights.mining && policy) rights.policy = policy.slice(0, MOST_POLICY).toWellFormed();
  return Object.keys(rights).length > 0 ? rights : null;
}

/** Rules apart by commas, in small letters, with what comes after their colon. */
function rules(text: string): string[] {
  // A date has a comma of its own.
  const dates = text
    .toLowerCase()
    .replace(
      /(unavailable_after\s*:[^,]*?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?),/g,
      '$1',
    );
  return dates.split(',').map((rule) => rule.trim().replace(/\s*:\s*/, ':'));
}

/** Values that take a colon of their own; any other name before one is an agent's. */
const VALUED = /^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/;

/** The part of `X-Robots-Tag` that is said to everybody or to us: what follows an agent's name is said to that agent. */
function ownRules(field: string): string {
  let isOurs = true;
  const own: string[] = [];
  for (const rule of field.split(',')) {
    const agent = /^\s*([\w-]+)\s*:/.exec(rule)?.[1]?.toLowerCase();
    if (agent === undefined || VALUED.test(agent)) {
      if (isOurs) own.push(rule);
    } else {
      isOurs = agent === AGENT || agent === '*';
      if (isOurs) own.push(rule.slice(rule.indexOf(':') + 1));
    }
  }
  return own.join(',');
}

type Writable = { -readonly [Key in keyof Rights]: Rights[Key] };

function obey(said: readonly string[], rights: Writable): void {
  for (const rule of said) {
    if (rule === 'noindex' || rule === 'none') rights.index = false;
    else if (rule === 'nosnippet') rights.display = 'headline';
    else if (SUMMARY.has(rule)) rights.display ??= 'summary';
    else if (NO_IMAGE.has(rule)) rights.image = false;
    else if (MINING.has(rule)) rights.mining = 'reserved';
    else if (rule === 'noimageai') rights.mining = 'reserved';
    else if (rule.startsWith('max-snippet:')) cut(rule.slice('max-snippet:'.length), rights);
    else if (rule.startsWith('unavailable_after:'))
      end(rule.slice('unavailable_after:'.length), rights);
  }
}

function cut(characters: string, rights: Writable): void {
  // -1: as long as one likes.
  if (!/^\d{1,6}$/.test(characters)) return;
  rights.snippet = Math.min(rights.snippet ?? Number.POSITIVE_INFINITY, Number(characters));
  if (rights.snippet === 0) rights.display = 'headline';
  else rights.display ??= 'summary';
}

function end(date: string, rights: Writable): void {
  const instant = Date.parse(date.trim());
  if (Number.isNaN(instant)) return;
  const until = new Date(instant).toISOString();
  if (rights.until === undefined || until < rights.until) rights.until = until;
}

/** `train-ai=n, search=y`: a dictionary (RFC 9651) of preferences. */
function usage(field: string, rights: Writable): void {
  for (const [, name = '', value] of field
    .toLowerCase()
    .matchAll(/([\w*-]+)\s*=\s*\??([yn01])\b/g)) {
    if (value === 'y' || value === '1') continue;
    if (name === 'search') rights.index = false;
    else if (MINED.has(name)) rights.mining = 'reserved';
  }
}

/** `<https://…/license.xml>; rel="license"; type="application/rsl+xml"` */
function linkedLicence(field: string): string | undefined {
  for (const [, target, parameters = ''] of field.matchAll(/<([^>]*)>([^<]*)/g))
    if (
      /rel\s*=\s*"?[^";]*\blicense\b/i.test(parameters) &&
      /application\/rsl\+xml/i.test(parameters)
    )
      return target;
  return undefined;
}

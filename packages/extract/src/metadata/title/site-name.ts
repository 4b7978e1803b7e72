import { headlineKey, plainLine } from './title-text.ts';

/** What stands between a title and the site's name. */
const SEPARATOR = /\s+[|\-–—―·•»«›‹:/~]+\s+|\s*[|｜│]\s*|\s+[:：]\s*|\s*[_＿]\s*|--|:\s+/g;

/** A mark whose second half is missing. */
const DANGLING = /\s+[|\-–—·•:]+$/;

/** Longer ends than this are part of the title even after a bar. */
const MAX_NAME_WORDS = 6;

/** Knows the names a site goes by and takes them off titles. */
export class SiteNames {
  readonly #keys = new Set<string>();
  #host: string;
  readonly #stripped = new Map<string, string>();

  /**
   * @param names as declared: og:site_name, JSON-LD publisher, application-name, …
   * @param host the page's host, whose labels are names too
   */
  constructor(names: readonly string[], host: string) {
    this.#host = headlineKey(host.replace(/^(?:www\d?|m|amp|edition)\./, ''));
    for (const name of names) {
      const key = headlineKey(plainLine(name));
      if (key !== '') this.#keys.add(key);
    }
    for (const label of host.split('.').slice(0, -1))
      if (label.length > 2 && label !== 'www') this.#keys.add(headlineKey(label));
  }

  /** These and more: of a blog the logo says who writes it, so what names the site on its pages signs them too. */
  with(more: readonly string[]): SiteNames {
    const all = new SiteNames(more, '');
    for (const key of this.#keys) all.#keys.add(key);
    all.#host = this.#host;
    return all;
  }

  /** True when the text is nothing but a name of the site. */
  has(text: string): boolean {
    const key = headlineKey(text);
    if (key === '') return true;
    if (this.#keys.has(key) || key === this.#host) return true;
    // «nzz.ch» for www.nzz.ch, «Example News» for example.com, «BBC» for «BBC News».
    if (key.length > 3 && this.#host.startsWith(key)) return true;
    for (const name of this.#keys)
      if (name.length > 2 && key.length > 2 && (overlaps(key, name) || overlaps(name, key)))
        return true;
    return false;
  }

  /** True for a declared name of the site, and nothing that only looks like one. */
  isName(text: string): boolean {
    return this.#keys.has(headlineKey(text)) || headlineKey(text) === this.#host;
  }

  /** True when the text is a name of the site or of one of its rooms: «BBC Sport» on the BBC's pages. */
  signs(text: string): boolean {
    return this.has(text) || this.#keys.has(headlineKey(text.split(' ')[0] ?? ''));
  }

  /** The title without the site's name at either end. A page gives several sources the same title. */
  strip(title: string): string {
    let stripped = this.#stripped.get(title);
    if (stripped === undefined) {
      stripped = this.#strip(title);
      this.#stripped.set(title, stripped);
    }
    return stripped;
  }

  #strip(title: string): string {
    let rest = title.replace(DANGLING, '');
    for (let round = 0; round < 3; round++) {
      const cut = this.#stripOnce(rest);
      if (cut === rest) break;
      rest = cut;
    }
    return rest;
  }

  #stripOnce(title: string): string {
    const breaks = [...title.matchAll(SEPARATOR)].filter((at) => !isQuote(title, at));
    const last = breaks.at(-1);
    for (const at of breaks.slice(-3)) {
      const tail = title.slice(at.index + at[0].length);
      if (!isShort(tail)) continue;
      // «… | Site | What the site is about»
      const next = at === last ? undefined : breaks[breaks.indexOf(at) + 1];
      const name = next ? title.slice(at.index + at[0].length, next.index) : tail;
      if (this.has(tail) || (next && this.isName(name)))
        return title.slice(0, at.index).trim() || title;
    }
    const first = breaks[0];
    if (first && last) {
      const head = title.slice(0, first.index);
      if (isShort(head) && this.has(head)) {
        const rest = title.slice(first.index + first[0].length).trim();
        if (rest.length > 10) return rest;
      }
    }
    return title;
  }
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Whether what could be a mark between a title and a name is one half of a pair of quotes: «… « so said » | Site». */
function isQuote(title: string, { index, 0: mark }: RegExpExecArray): boolean {
  const before = title.slice(0, index);
  const after = title.slice(index + mark.length);
  if (/^\s*»\s*$/u.test(mark)) return count(before, '«') > count(before, '»');
  return /^\s*«\s*$/u.test(mark) && count(after, '»') > count(after, '«');
}

/** What media add to their names. */
const GENERIC =
  /^(?:news|online|nachrichten|tv|radio|media|daily|magazine?|com|net|org|digital|live|plus|اخبار|الاخبار)$/;

/** One name opens or closes the other, and what is left is little or says nothing. */
function overlaps(long: string, short: string): boolean {
  if (long.length <= short.length) return false;
  const rest = long.startsWith(short)
    ? long.slice(short.length)
    : long.endsWith(short)
      ? long.slice(0, -short.length)
      : null;
  return rest !== null && (short.length >= rest.length || GENERIC.test(rest));
}

function isShort(text: string): boolean {
  return text.split(/\s+/).length <= MAX_NAME_WORDS;
}

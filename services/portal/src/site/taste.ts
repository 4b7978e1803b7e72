import { foldText, searchTextOf } from '@nashra/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Signer } from './signer.ts';

/** What one reader wants of the site, kept in a signed cookie of their own and nowhere else. */
export interface Taste {
  /** Slugs. */
  readonly muted: readonly string[];
  /** As the reader wrote them. */
  readonly words: readonly string[];
  /** Null for who does not want to be told what is new. */
  readonly visits: Visits | null;
}

/** Milliseconds: when the visit before this one ended, and when this one was last noticed. */
export interface Visits {
  readonly before: number | null;
  readonly now: number;
}

export const COOKIE = 'nashra_taste';
const USE = 'taste';
const YEAR_SECONDS = 365 * 24 * 3_600;
const MOST_MUTED = 50;
const MOST_WORDS = 30;
const WORD_LENGTH = 60;
/** Longer silence ends a visit. */
const VISIT_MS = 30 * 60_000;
const NOTICE_MS = 60_000;

/** What may be asked for; the rest is left out. */
export function tasteOf(
  muted: readonly string[],
  words: readonly string[],
  visits: Visits | null,
): Taste | null {
  const taste = {
    muted: [...new Set(muted.filter((it) => /^[a-z0-9-]{1,100}$/.test(it)))].slice(0, MOST_MUTED),
    words: [...new Set(words.map((it) => it.trim().slice(0, WORD_LENGTH).toWellFormed()))]
      .filter((it) => plain(it) !== '')
      .slice(0, MOST_WORDS),
    visits,
  };
  return taste.muted.length + taste.words.length > 0 || visits ? taste : null;
}

export function writeTaste(taste: Taste, signer: Signer): string {
  const { muted, words, visits } = taste;
  const text = Buffer.from(JSON.stringify([muted, words, visits])).toString('base64url');
  return `${text}.${signer.sign(USE, text)}`;
}

/** Null for none, and for one that is not ours. */
export function readTaste(cookie: string | undefined, signer: Signer): Taste | null {
  const [text = '', signature = ''] = (cookie ?? '').split('.');
  if (text === '' || !signer.isSigned(USE, text, signature)) return null;
  const [muted, words, visits] = JSON.parse(Buffer.from(text, 'base64url').toString());
  return { muted, words, visits };
}

/** With this moment noticed; the same taste where that changes nothing worth a cookie. */
export function noticed(taste: Taste, now: number): Taste {
  const { visits } = taste;
  if (!visits || now - visits.now < NOTICE_MS) return taste;
  const isNext = now - visits.now > VISIT_MS;
  return { ...taste, visits: { before: isNext ? visits.now : visits.before, now } };
}

/** As search sees it, so that a word mutes its plural, and with or without its article. */
const plain = (text: string) => searchTextOf(foldText(text));

/** Says of a headline whether this reader wants it. */
export function wants({ muted, words }: Taste) {
  const publishers = new Set(muted);
  const wanted = words.map((it) => ` ${plain(it)} `);
  return ({
    title,
    publisher,
  }: {
    readonly title: string;
    readonly publisher: string;
  }): boolean => {
    if (publishers.has(publisher)) return false;
    if (wanted.length === 0) return true;
    const text = ` ${plain(title)} `;
    return !wanted.some((it) => text.includes(it));
  };
}

/** Keeps it at the reader's. */
export function setTaste(
  request: FastifyRequest,
  reply: FastifyReply,
  taste: Taste,
  signer: Signer,
): void {
  reply.setCookie(COOKIE, writeTaste(taste, signer), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: YEAR_SECONDS,
  });
}

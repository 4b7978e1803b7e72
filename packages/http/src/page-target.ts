import { attributesOf, scanTags } from '@nashra/html';
import { isBare, isMarkup } from './bare-page.ts';
import { challengeOf } from './challenge.ts';
import type { Exchange } from './exchange.ts';
import { utf8Field } from './headers.ts';

/** Such pages are short: a click is counted, a cookie set, an old address kept alive. */
const LOOKED_AT = 16 * 1024;
/** Who waits longer has something to show, or shows itself anew. */
const SOON_S = 15;
/** A script that does more than send on may do so under conditions. */
const FEW_CHARACTERS = 600;

/**
 * Where a page that shows nothing sends whoever opens it: by the field `Refresh`, the element of that name, or a script that
 * does nothing else. Null where it shows something, leads to itself or is an anti-bot page.
 */
export async function pageTarget(exchange: Exchange, url: URL): Promise<string | null> {
  const { status, headers, raw } = exchange;
  if (status < 200 || status >= 300) return null;
  const { bytes } = await exchange.readBody();
  if (bytes.length > LOOKED_AT) return null;
  const page = bytes.toString('latin1');
  const named = namedIn(headers, page);
  if (named === null || !isBare(page) || challengeOf(status, raw, bytes) !== null) return null;
  return resolved(named, url);
}

function namedIn(headers: Readonly<Record<string, string>>, page: string): string | null {
  const field = refreshOf(headers['refresh'] ?? '');
  if (field !== null || !isMarkup(headers['content-type'], page)) return field;
  const shown = page.replace(COMMENT, '');
  return elementIn(shown) ?? scriptIn(shown);
}

const COMMENT = /<!--[\s\S]*?-->/g;

function elementIn(page: string): string | null {
  for (const { written } of scanTags(page, ['meta'])) {
    const { 'http-equiv': name = '', content = '' } = attributesOf(written);
    const target = name.toLowerCase() === 'refresh' ? refreshOf(content) : null;
    if (target !== null) return target;
  }
  return null;
}

const REFRESH = /^\s*(\d*)[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(.+))/i;

/** `0; url=/there`, in quotes or not. */
function refreshOf(content: string): string | null {
  const [, seconds = '', ...quoted] = REFRESH.exec(content) ?? [];
  const target = quoted.find((it) => it !== undefined)?.trim();
  return target && Number(seconds) <= SOON_S ? target : null;
}

const INLINE_SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi;
const CONDITION = /\bif\b|\?|&&|\|\|/;
/** `location = '…'`, `window.location.href = '…'`, `location.replace('…')`: a text and nothing joined to it. */
const GOES =
  /(?<![\w$])(?<!(?:var|let|const)\s+)location\s*(?:(?:\.\s*href)?\s*=|\.\s*(?:replace|assign)\s*\()\s*(["'])((?:\\.|(?!\1)[^\\])*)\1\s*(?![\s+])/;

function scriptIn(page: string): string | null {
  const code = Array.from(page.matchAll(INLINE_SCRIPT), ([, text = '']) => text).join('\n');
  if (code.length > FEW_CHARACTERS || CONDITION.test(code.replace(STRING, ''))) return null;
  const written = GOES.exec(code)?.[2];
  return written === undefined ? null : written.replace(ESCAPED, unescaped);
}

const STRING = /(["'])(?:\\.|(?!\1)[^\\])*\1/g;
const ESCAPED = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi;

const unescaped = (_: string, four?: string, two?: string, one = ''): string => {
  const hex = four ?? two;
  return hex === undefined ? one : String.fromCharCode(Number.parseInt(hex, 16));
};

function resolved(named: string, from: URL): string | null {
  const text = utf8Field(named);
  if (!URL.canParse(text, from.href)) return null;
  const target = new URL(text, from);
  const isWeb = target.protocol === 'http:' || target.protocol === 'https:';
  return isWeb && pageOf(target) !== pageOf(from) ? target.href : null;
}

const pageOf = ({ href, hash }: URL) => href.slice(0, href.length - hash.length);

import { isRecord, type JsonRecord } from './values.ts';

/**
 * What is whole in a JSON Feed that is not: the fields before `items`, and every item that ends. `null` where there is
 * no list of items.
 */
export function salvageJson(text: string, maxItems: number): JsonRecord | null {
  const list = findItems(text, maxItems);
  if (list === null) return null;
  const head = parsed(`${text.slice(0, list.start)}[]}`);
  const items = list.items.map(parsed).filter(isRecord);
  return { ...(isRecord(head) ? head : null), items };
}

/** No feed's lists lie deeper in each other; a document that is all brackets takes a hundred times its length. */
const DEEPEST = 200;

export function parsedStrictly(text: string): unknown {
  if (isDeeper(text, DEEPEST)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34 /* " */) {
      const end = stringEnd(text, at);
      if (end < 0) return false;
      at = end;
    } else if (code === 123 /* { */ || code === 91 /* [ */) {
      depth += 1;
      if (depth > most) return true;
    } else if (code === 125 /* } */ || code === 93 /* ] */) depth -= 1;
  }
  return false;
}

/** A comma with nothing behind it, or a string, in which there is none. */
const LAST_COMMA = /(?<kept>"(?:[^"\\]|\\.)*")|,(?= {0,200}[\]}])/g;

/** A string, or a word by which JavaScript or Python says what JSON has no word or another for. */
const FOREIGN_WORD = /"(?:[^"\\]|\\.)*"|\b(NaN|undefined|None|True|False)\b/g;
const WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false' };

/** An escape of JSON, or the backslash of another that templates write, `\\'` first of all. */
const ESCAPE = /(?<kept>\\(?:["\\/bfnrt]|u[\da-f]{4}))|\\/gi;

/** Raw line breaks in strings count as spaces, and commas behind the last of a list for none: JSON forbids them, publishers write them. */
function parsed(text: string): unknown {
  const whole = parsedStrictly(text);
  if (whole !== undefined) return whole;
  const spaced = text.replace(/[\r\n\t]/g, ' ').replace(ESCAPE, '$<kept>');
  const strict = parsedStrictly(spaced);
  if (strict !== undefined) return strict;
  const translated = spaced.replace(FOREIGN_WORD, (kept, word?: string) =>
    word === undefined ? kept : (WORDS[word] ?? 'null'),
  );
  return parsedStrictly(translated) ?? parsedStrictly(translated.replace(LAST_COMMA, '$<kept>'));
}

/** Offset of the list's bracket and the source of its complete objects, found without trusting the rest. */
function findItems(text: string, maxItems: number): { start: number; items: string[] } | null {
  const items: string[] = [];
  let start = -1;
  let depth = 0;
  let key = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34 /* " */) {
      const end = stringEnd(text, at);
      if (end < 0) break;
      if (depth === 1 && end - at < 64) key = text.slice(at + 1, end);
      at = end;
    } else if (code === 123 /* { */ || code === 91 /* [ */) {
      if (depth === 1 && code === 91 && key === 'items' && start < 0) start = at;
      if (depth === 2) from = at;
      depth += 1;
    } else if (code === 125 /* } */ || code === 93 /* ] */) {
      depth -= 1;
      if (depth === 2 && start >= 0 && code === 125) items.push(text.slice(from, at + 1));
      if ((depth === 1 && start >= 0) || items.length >= maxItems) break;
    }
  }
  return start < 0 ? null : { start, items };
}

function stringEnd(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92 /* \ */) slashes += 1;
  return slashes % 2 === 1;
}

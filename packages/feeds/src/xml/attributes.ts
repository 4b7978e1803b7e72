/** Attributes of one start tag, as written, and where the tag ends. */
export interface StartTag {
  /** Raw name, raw value, raw name, … */
  attributes: string[];
  /** Offset behind `>`; -1 where the text ends first. */
  end: number;
  selfClosing: boolean;
  malformed: boolean;
}

const maxAttributes = 64;

const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13;

/**
 * Reads what follows an element's name. Lenient the way publishers need it: unquoted values, values whose closing
 * quote is missing, names without a value, `<` in values.
 */
export function readAttributes(text: string, from: number, quotes: QuoteFinder): StartTag {
  const tag: StartTag = { attributes: [], end: -1, selfClosing: false, malformed: false };
  const length = text.length;
  let at = from;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === 62 /* > */) {
      tag.end = at + 1;
      return tag;
    }
    if (code === 47 /* / */ || isSpace(code) || code === 61 || code === 34 || code === 39) {
      tag.selfClosing = code === 47;
      at += 1;
      continue;
    }
    if (code === 60 /* < */) {
      // The tag was never closed: the next one begins here.
      tag.end = at;
      tag.malformed = true;
      return tag;
    }
    tag.selfClosing = false;
    at = readAttribute(text, at, tag, quotes);
  }
  return tag;
}

function readAttribute(text: string, from: number, tag: StartTag, quotes: QuoteFinder): number {
  let at = nameEnd(text, from);
  const name = text.slice(from, at);
  while (isSpace(text.charCodeAt(at))) at += 1;
  let value = '';
  if (text.charCodeAt(at) === 61 /* = */) {
    at += 1;
    while (isSpace(text.charCodeAt(at))) at += 1;
    const quote = text.charCodeAt(at);
    const close = quote === 34 || quote === 39 ? quotes.closing(text, at) : -1;
    if (close >= 0) {
      value = text.slice(at + 1, close);
      at = close + 1;
    } else {
      const start = quote === 34 || quote === 39 ? at + 1 : at;
      tag.malformed = true;
      at = unquotedEnd(text, start);
      value = text.slice(start, at);
    }
  } else {
    tag.malformed = true;
  }
  if (tag.attributes.length < 2 * maxAttributes) tag.attributes.push(name, value);
  return at;
}

function nameEnd(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 61 || code === 62 || code === 47 || code === 60 || isSpace(code)) break;
  }
  return at;
}

function unquotedEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 62 || code === 60 || code === 34 || isSpace(code)) break;
    if (code === 47 && text.charCodeAt(at + 1) === 62) break;
  }
  return at;
}

/** Finds closing quotes, and remembers how far it looked so that a million open ones cost one pass, not a million. */
export class QuoteFinder {
  readonly #next = new Map<number, number>();

  /** Offset of the quote that closes the one at `open`, or -1 where none plausibly does. */
  closing(text: string, open: number): number {
    const quote = text.charCodeAt(open);
    let close = this.#next.get(quote) ?? 0;
    if (close !== -1 && close <= open) {
      close = text.indexOf(String.fromCharCode(quote), open + 1);
      this.#next.set(quote, close);
    }
    if (close < 0) return -1;
    const after = text.charCodeAt(close + 1);
    // Behind a closing quote stands a space or the tag's end; anything else opened another value.
    return Number.isNaN(after) ||
      after === 62 ||
      after === 47 ||
      after === 63 ||
      isSpace(after) ||
      this.#isSane(text, open, close)
      ? close
      : -1;
  }

  /** `a="1"b="2"` lacks the space but is otherwise sound. */
  #isSane(text: string, open: number, close: number): boolean {
    for (let at = open + 1; at < close; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 61 || code === 60 || code === 62) return false;
    }
    return true;
  }
}

import { directionOf, Html, html } from '@nashra/site';

/** What our own writer of bodies makes; anything else is no markup to us. */
const KNOWN_TAG =
  /^<(?:\/?(?:p|h[2-6]|pre|ul|ol|li|blockquote|table|caption|tr|td|th|dl|dt|dd|em|cite|strong|u|mark|code|q|sub|sup|s|ins|small|abbr|bdi|figure|figcaption|hr|br)(?: dir="auto")?|\/a|a href="(?:https?:|mailto:)[^"<>]*"(?: rel="nofollow noopener")?)>$/;
const IMAGE_TAG = /^<img src="(https?:[^"<>]*)" alt="([^"<>]*)">$/;
const ANY_TAG = /<[^<>]*>?/g;
const AUTO = ' dir="auto"';

export interface BodyOptions {
  readonly language: string | null;
  /** What tables are called, which may be wider than the page and are moved by keyboard too. */
  readonly tableName: string;
  /** Where an image of this address is shown, with what goes with it; null where it is not. */
  image(address: string, alt: string): Html | null;
}

/**
 * The sanitized body of an article as it is shown: images from where we serve them, every block set by the language
 * instead of its first letter. A second border besides: a tag that the sanitizer does not write is shown as text.
 */
export function bodyOf(stored: string, { language, tableName, image }: BodyOptions): Html {
  const open = html`<div class="wide" role="group" tabindex="0" aria-label="${tableName}">`.text;
  let tables = 0;
  const safe = stored.replace(ANY_TAG, (tag) => {
    const [, address = '', alt = ''] = IMAGE_TAG.exec(tag) ?? [];
    if (address) return image(plain(address), plain(alt))?.text ?? '';
    if (!KNOWN_TAG.test(tag)) return html`${tag}`.text;
    if (tag.startsWith('<table')) {
      tables += 1;
      return `${open}${tag}`;
    }
    if (tag === '</table>' && tables > 0) {
      tables -= 1;
      return `${tag}</div>`;
    }
    return tag.replace('rel="nofollow noopener"', LINK);
  });
  const [start = '', ...blocks] = safe.split(AUTO);
  const set = blocks.map((block) => {
    const text = block.slice(block.indexOf('>') + 1).replace(ANY_TAG, '');
    return ` dir="${directionOf(text, language)}"${block}`;
  });
  return new Html((start + set.join('')).replace(EMPTY_FIGURE, ''));
}

const LINK = 'rel="nofollow noopener external" referrerpolicy="no-referrer"';
const EMPTY_FIGURE = /<figure>\s*(?:<figcaption[^<>]*>[^<>]*<\/figcaption>)?\s*<\/figure>/g;
const MARKS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (mark) => MARKS[mark] ?? mark);
}

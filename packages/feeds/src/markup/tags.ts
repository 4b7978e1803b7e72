/** Offset behind the `>` of the tag that begins at `open`, or -1 where what begins there is no tag. */
function tagEnd(html: string, open: number): number {
  for (let at = open + 1; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === 62 /* > */) return at + 1;
    if (code === 60 /* < */) return -1;
    if (code === 34 || code === 39) {
      const close = html.indexOf(code === 34 ? '"' : "'", at + 1);
      if (close >= 0 && isValue(html, at + 1, close)) at = close;
    }
  }
  return -1;
}

/** A value may hold a whole tag when its closing quote stands where one closes; else the quote was left open. */
function isValue(html: string, from: number, close: number): boolean {
  return /[\s/>]/.test(html.charAt(close + 1)) || !html.slice(from, close).includes('<');
}

/**
 * Every tag of a piece of HTML through `replace`, the text between them untouched. Looks at each character a bounded
 * number of times whatever is open or unclosed, which no single pattern with quotes in it does.
 */
export function replaceTags(html: string, replace: (tag: string) => string): string {
  let out = '';
  let copied = 0;
  let open = html.indexOf('<');
  while (open >= 0) {
    const end = isTagStart(html, open) ? tagEnd(html, open) : -1;
    if (end >= 0) {
      const tag = html.slice(open, end);
      const replaced = replace(tag);
      if (replaced !== tag) {
        out += html.slice(copied, open) + replaced;
        copied = end;
      }
    }
    open = html.indexOf('<', end < 0 ? open + 1 : end);
  }
  return copied === 0 ? html : out + html.slice(copied);
}

function isTagStart(html: string, open: number): boolean {
  const next = html.charCodeAt(open + 1) === 47 ? open + 2 : open + 1;
  const letter = html.charCodeAt(next) | 32;
  return (letter >= 97 && letter <= 122) || html.charCodeAt(next) === 95;
}

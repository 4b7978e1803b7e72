/** A tag as it is written: its name in lower case, and what stands behind that. */
export interface ScannedTag {
  readonly name: string;
  readonly written: string;
}

/** Names begin where a name may, so that a long run of letters is looked at once. */
const ATTRIBUTE = /(?<![\w:-])([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * The tags of these names, in a page's order and in one pass: for who wants some of its head and no tree. A tag with a quote that
 * never ends is passed over, and so is what begins within it.
 */
export function* scanTags(html: string, names: readonly string[]): Generator<ScannedTag> {
  const opening = new RegExp(`<(${names.join('|')})\\b`, 'gi');
  const turning = /[>"']/g;
  for (let tag = opening.exec(html); tag; tag = opening.exec(html)) {
    const start = opening.lastIndex;
    let at = start;
    for (;;) {
      turning.lastIndex = at;
      const turn = turning.exec(html);
      if (!turn) return;
      if (turn[0] === '>') {
        yield { name: (tag[1] as string).toLowerCase(), written: html.slice(start, turn.index) };
        opening.lastIndex = turn.index;
        break;
      }
      const end = html.indexOf(turn[0], turn.index + 1);
      if (end === -1) {
        // Whatever begins before this quote would meet it too.
        opening.lastIndex = turn.index + 1;
        break;
      }
      at = end + 1;
    }
  }
}

/** What a tag says, by names in lower case, the first of each. */
export function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name = '', ...values] of written.matchAll(ATTRIBUTE)) {
    const value = values.find((it) => it !== undefined) ?? '';
    attributes[name.toLowerCase()] ??= value.replaceAll('&amp;', '&');
  }
  return attributes;
}

/** Made when first asked for: it takes its time, and most texts are never cut. */
let graphemes: Intl.Segmenter | undefined;

/** What people see as one letter is seldom longer, in UTF-16 units; a longer pile of marks may be cut. */
const LONGEST_GRAPHEME = 64;

/** The beginning of a text, at most `max` UTF-16 units, cut between two letters as people see them. */
export function cutText<Text extends string>(text: Text, max: number): Text {
  return text.length <= max ? text : (text.slice(0, borderBefore(text, max)) as Text);
}

/** The beginning of a text, at most `max` bytes of UTF-8, cut between two letters as people see them. */
export function cutBytes<Text extends string>(text: Text, max: number): Text {
  if (text.length * 3 <= max || Buffer.byteLength(text) <= max) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(max));
  return text.slice(0, borderBefore(text, read)) as Text;
}

/** The last place up to `at` where a letter ends; only what lies near is looked at. */
function borderBefore(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_GRAPHEME);
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const near = graphemes.segment(text.slice(from, at + LONGEST_GRAPHEME));
  const border = from + (near.containing(at - from)?.index ?? 0);
  if (border > from) return border;
  const isInsidePair = at > 0 && (text.codePointAt(at - 1) as number) > 0xffff;
  return isInsidePair ? at - 1 : at;
}

import { isOf, KIND } from './byte-kinds.ts';
import { foldUnit } from './name-table.ts';
import type { Needle } from './needle.ts';
import type { Source } from './source.ts';

/** Where raw text ends: at the `<` of its end tag, or at the end of the input. */
export function rawTextEnd(source: Source, from: number, name: string): number {
  for (let at = source.find(60, from); at >= 0; at = source.find(60, at + 1)) {
    if (source.bytes[at + 1] === 47 && isTagAt(source, at + 2, name)) return at;
  }
  return source.length;
}

/**
 * Where a script ends (HTML, § 13.2.5.4 and the escaped states after it): after `<!--`, up to `-->`, a `<script>` lets the
 * next `</script>` be text.
 */
export function scriptEnd(source: Source, from: number, commentEnd: Needle): number {
  let escapedTo = -1;
  let isDoubleEscaped = false;
  for (let at = source.find(60, from); at >= 0; at = source.find(60, at + 1)) {
    if (at > escapedTo) isDoubleEscaped = false;
    const isEscaped = at <= escapedTo;
    const next = source.bytes[at + 1];
    if (next === 47) {
      if (!isTagAt(source, at + 2, 'script')) continue;
      if (!isDoubleEscaped) return at;
      isDoubleEscaped = false;
    } else if (isEscaped) {
      if (isTagAt(source, at + 1, 'script')) isDoubleEscaped = true;
    } else if (next === 33 && source.startsWith('--', at + 2)) {
      escapedTo = commentEnd.from(at + 2);
    }
  }
  return source.length;
}

/** Whether a tag of this name stands here, ended as tag names are. */
function isTagAt({ bytes }: Source, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (foldUnit(bytes[at + i] as number) !== name.charCodeAt(i)) return false;
  }
  return isOf(bytes[at + name.length] as number, KIND.tagNameEnd);
}

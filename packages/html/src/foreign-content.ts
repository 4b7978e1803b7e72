import {
  FOREIGN,
  HTML_INTEGRATION,
  INTEGRATION,
  MATHML,
  MATHML_TEXT_INTEGRATION,
  SVG,
  TAG_OF_CODE,
  TRAIT,
  tagTraits,
} from './tag-traits.ts';
import { TAG } from './tags.ts';
import type { TreeWriter } from './tree-writer.ts';

/** The part of the parser's state that foreign content looks at and changes. */
interface ForeignHost extends TreeWriter {
  framesetOk: boolean;
  /** By the rules of the insertion mode, as if the current node were no foreign one. */
  startByMode(tag: number): void;
  endByMode(tag: number): void;
}

/** Whether a start tag under this current node goes by the rules for foreign content. */
export function isForeignStart(code: number, tag: number): boolean {
  if ((code & FOREIGN) === 0 || (code & HTML_INTEGRATION) !== 0) return false;
  if ((code & MATHML_TEXT_INTEGRATION) !== 0) return tag === TAG.mglyph || tag === TAG.malignmark;
  return !(tag === TAG.svg && code === (MATHML | TAG['annotation-xml']));
}

export const isForeignText = (code: number): boolean =>
  (code & FOREIGN) !== 0 && (code & INTEGRATION) === 0;

export function foreignText(builder: ForeignHost): void {
  // A NUL, though it is kept here, does not rule out a frameset.
  if (builder.framesetOk && /[^\0\t\n\f\r ]/.test(builder.token.value)) builder.framesetOk = false;
  builder.token.replaceNuls();
  builder.insertText();
}

export function foreignStart(builder: ForeignHost, tag: number): void {
  if (isBreakout(builder, tag)) {
    leaveForeign(builder);
    builder.startByMode(tag);
  } else insertForeign(builder, tag, builder.open.code & FOREIGN);
}

/** Inserts an element of a foreign namespace for the start tag at hand. */
export function insertForeign(builder: ForeignHost, tag: number, namespace: number): void {
  builder.insert(namespace | tag | integrationOf(builder, tag, namespace));
  if (builder.selfClosing) builder.open.pop();
}

function integrationOf(builder: ForeignHost, tag: number, namespace: number): number {
  if (namespace === SVG) {
    return tag === TAG.foreignobject || tag === TAG.desc || tag === TAG.title
      ? HTML_INTEGRATION
      : 0;
  }
  if (tag === TAG['annotation-xml']) {
    const encoding = builder.givenAttribute('encoding')?.toLowerCase();
    return encoding === 'text/html' || encoding === 'application/xhtml+xml' ? HTML_INTEGRATION : 0;
  }
  const isText = tag >= TAG.mi && tag <= TAG.mtext;
  return isText ? MATHML_TEXT_INTEGRATION : 0;
}

function isBreakout(builder: ForeignHost, tag: number): boolean {
  if (tag !== TAG.font) return (tagTraits(tag) & TRAIT.breakout) !== 0;
  return ['color', 'face', 'size'].some((name) => builder.givenAttribute(name) !== undefined);
}

function leaveForeign({ open }: ForeignHost): void {
  while ((open.code & FOREIGN) !== 0 && (open.code & INTEGRATION) === 0) open.pop();
}

export function foreignEnd(builder: ForeignHost, tag: number): void {
  const { open } = builder;
  if (tag === TAG.p || tag === TAG.br) {
    leaveForeign(builder);
    builder.endByMode(tag);
    return;
  }
  const isOpen = open.hasForeign(tag);
  for (let i = open.size - 1; i > 0; i--) {
    const code = open.codes[i] as number;
    if (!isOpen || (code & FOREIGN) === 0) {
      builder.endByMode(tag);
      return;
    }
    if ((code & TAG_OF_CODE) === tag) {
      open.popTo(i - 1);
      return;
    }
  }
}

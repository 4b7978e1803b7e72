import { MODE } from '../mode.ts';
import { TRAIT } from '../tag-traits.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

const isTablePart = (tag: number): boolean =>
  tag === TAG.td ||
  tag === TAG.th ||
  tag === TAG.tr ||
  tag === TAG.tbody ||
  tag === TAG.tfoot ||
  tag === TAG.thead ||
  tag === TAG.caption ||
  tag === TAG.col ||
  tag === TAG.colgroup;

/** Pops an open cell or caption with what is still open in it. */
function close(b: TreeBuilder, tag: number, mode: number): void {
  b.open.popUntil(tag);
  b.formatting.clearToMarker();
  b.mode = mode;
}

function leaveCell(b: TreeBuilder): boolean {
  const hasCell =
    b.open.inScope(TAG.td, TRAIT.tableScope) || b.open.inScope(TAG.th, TRAIT.tableScope);
  if (!hasCell) return false;
  b.open.popUntilTrait(TRAIT.cell);
  b.formatting.clearToMarker();
  b.mode = MODE.inRow;
  return true;
}

export const inCell: Mode = {
  text(b) {
    b.rules(MODE.inBody).text(b);
  },
  start(b, tag) {
    if (!isTablePart(tag)) b.rules(MODE.inBody).start(b, tag);
    else if (leaveCell(b)) b.processStart(tag);
  },
  end(b, tag) {
    switch (tag) {
      case TAG.td:
      case TAG.th:
        if (b.open.inScope(tag, TRAIT.tableScope)) close(b, tag, MODE.inRow);
        break;
      case TAG.table:
      case TAG.tbody:
      case TAG.tfoot:
      case TAG.thead:
      case TAG.tr:
        if (b.open.inScope(tag, TRAIT.tableScope) && leaveCell(b)) b.endTag(tag);
        break;
      case TAG.body:
      case TAG.caption:
      case TAG.col:
      case TAG.colgroup:
      case TAG.html:
        break;
      default:
        b.rules(MODE.inBody).end(b, tag);
    }
  },
  eof(b) {
    b.rules(MODE.inBody).eof(b);
  },
};

function leaveCaption(b: TreeBuilder): boolean {
  if (!b.open.inScope(TAG.caption, TRAIT.tableScope)) return false;
  close(b, TAG.caption, MODE.inTable);
  return true;
}

export const inCaption: Mode = {
  text: inCell.text,
  start(b, tag) {
    if (!isTablePart(tag)) b.rules(MODE.inBody).start(b, tag);
    else if (leaveCaption(b)) b.processStart(tag);
  },
  end(b, tag) {
    if (tag === TAG.caption) leaveCaption(b);
    else if (tag === TAG.table) {
      if (leaveCaption(b)) b.endTag(tag);
    } else if (!isTablePart(tag) && tag !== TAG.body && tag !== TAG.html) {
      b.rules(MODE.inBody).end(b, tag);
    }
  },
  eof: inCell.eof,
};

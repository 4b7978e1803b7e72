import { MODE } from '../mode.ts';
import { TRAIT, traitsOf } from '../tag-traits.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

const isSection = (code: number): boolean => (traitsOf(code) & TRAIT.tableSection) !== 0;
const isRow = (code: number): boolean => code === TAG.tr;

/** Closes the table section that is open; false when there is none. */
function leaveSection(b: TreeBuilder): boolean {
  if (!b.open.traitInScope(TRAIT.tableSection, TRAIT.tableScope)) return false;
  b.open.clearBackTo(isSection);
  b.open.pop();
  b.mode = MODE.inTable;
  return true;
}

export const inTableBody: Mode = {
  text(b) {
    b.rules(MODE.inTable).text(b);
  },
  start(b, tag) {
    switch (tag) {
      case TAG.tr:
        b.open.clearBackTo(isSection);
        b.insert(tag);
        b.mode = MODE.inRow;
        break;
      case TAG.td:
      case TAG.th:
        b.open.clearBackTo(isSection);
        b.insertImplied(TAG.tr);
        b.mode = MODE.inRow;
        b.processStart(tag);
        break;
      case TAG.caption:
      case TAG.col:
      case TAG.colgroup:
      case TAG.tbody:
      case TAG.tfoot:
      case TAG.thead:
        if (leaveSection(b)) b.processStart(tag);
        break;
      default:
        b.rules(MODE.inTable).start(b, tag);
    }
  },
  end(b, tag) {
    switch (tag) {
      case TAG.tbody:
      case TAG.tfoot:
      case TAG.thead:
        if (!b.open.inScope(tag, TRAIT.tableScope)) break;
        b.open.clearBackTo(isSection);
        b.open.pop();
        b.mode = MODE.inTable;
        break;
      case TAG.table:
        if (leaveSection(b)) b.endTag(tag);
        break;
      case TAG.td:
      case TAG.th:
      case TAG.tr:
        break;
      default:
        b.rules(MODE.inTable).end(b, tag);
    }
  },
  eof(b) {
    b.rules(MODE.inBody).eof(b);
  },
};

/** Closes the row that is open; false when there is none. */
function leaveRow(b: TreeBuilder): boolean {
  if (!b.open.inScope(TAG.tr, TRAIT.tableScope)) return false;
  b.open.clearBackTo(isRow);
  b.open.pop();
  b.mode = MODE.inTableBody;
  return true;
}

export const inRow: Mode = {
  text: inTableBody.text,
  start(b, tag) {
    switch (tag) {
      case TAG.td:
      case TAG.th:
        b.open.clearBackTo(isRow);
        b.insert(tag);
        b.mode = MODE.inCell;
        b.formatting.pushMarker();
        break;
      case TAG.caption:
      case TAG.col:
      case TAG.colgroup:
      case TAG.tbody:
      case TAG.tfoot:
      case TAG.thead:
      case TAG.tr:
        if (leaveRow(b)) b.processStart(tag);
        break;
      default:
        b.rules(MODE.inTable).start(b, tag);
    }
  },
  end(b, tag) {
    switch (tag) {
      case TAG.tr:
        leaveRow(b);
        break;
      case TAG.table:
        if (leaveRow(b)) b.endTag(tag);
        break;
      case TAG.tbody:
      case TAG.tfoot:
      case TAG.thead:
        if (b.open.inScope(tag, TRAIT.tableScope) && leaveRow(b)) b.endTag(tag);
        break;
      case TAG.td:
      case TAG.th:
        break;
      default:
        b.rules(MODE.inTable).end(b, tag);
    }
  },
  eof(b) {
    b.rules(MODE.inBody).eof(b);
  },
};

import { MODE } from '../mode.ts';
import { TRAIT, traitsOf } from '../tag-traits.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

export const isTable = (code: number): boolean => code === TAG.table;

/** Runs the rules of "in body" while what they insert goes before the table. */
function foster(b: TreeBuilder, rule: (body: Mode) => void): void {
  b.isFostering = true;
  rule(b.rules(MODE.inBody));
  b.isFostering = false;
}

export function closeTable(b: TreeBuilder): void {
  b.open.popUntil(TAG.table);
  b.resetMode();
}

/** Opens a table's part that the source leaves out, then goes on with the tag. */
function imply(b: TreeBuilder, implied: number, mode: number, tag: number): void {
  b.open.clearBackTo(isTable);
  b.insertImplied(implied);
  b.mode = mode;
  b.processStart(tag);
}

function open(b: TreeBuilder, tag: number, mode: number): void {
  b.open.clearBackTo(isTable);
  b.insert(tag);
  b.mode = mode;
}

export const inTable: Mode = {
  text(b) {
    b.token.dropNuls();
    if ((traitsOf(b.open.code) & TRAIT.fosters) !== 0 && b.token.isBlank) b.insertText();
    else foster(b, (body) => body.text(b));
  },
  start(b, tag) {
    switch (tag) {
      case TAG.tr:
      case TAG.td:
      case TAG.th:
        imply(b, TAG.tbody, MODE.inTableBody, tag);
        break;
      case TAG.tbody:
      case TAG.tfoot:
      case TAG.thead:
        open(b, tag, MODE.inTableBody);
        break;
      case TAG.caption:
        open(b, tag, MODE.inCaption);
        b.formatting.pushMarker();
        break;
      case TAG.colgroup:
        open(b, tag, MODE.inColumnGroup);
        break;
      case TAG.col:
        imply(b, TAG.colgroup, MODE.inColumnGroup, tag);
        break;
      case TAG.table:
        if (!b.open.inScope(TAG.table, TRAIT.tableScope)) break;
        closeTable(b);
        b.processStart(tag);
        break;
      case TAG.style:
      case TAG.script:
      case TAG.template:
        b.rules(MODE.inHead).start(b, tag);
        break;
      case TAG.input:
        if (b.givenAttribute('type')?.toLowerCase() === 'hidden') b.insertVoid(tag);
        else foster(b, (body) => body.start(b, tag));
        break;
      case TAG.form:
        if (b.form >= 0 || b.open.has(TAG.template)) break;
        b.form = b.insertVoid(tag);
        break;
      default:
        foster(b, (body) => body.start(b, tag));
    }
  },
  end(b, tag) {
    switch (tag) {
      case TAG.table:
        if (b.open.inScope(TAG.table, TRAIT.tableScope)) closeTable(b);
        break;
      case TAG.body:
      case TAG.caption:
      case TAG.col:
      case TAG.colgroup:
      case TAG.html:
      case TAG.tbody:
      case TAG.td:
      case TAG.tfoot:
      case TAG.th:
      case TAG.thead:
      case TAG.tr:
        break;
      case TAG.template:
        b.rules(MODE.inHead).end(b, tag);
        break;
      default:
        foster(b, (body) => body.end(b, tag));
    }
  },
  eof(b) {
    b.rules(MODE.inBody).eof(b);
  },
};

const leaveColumnGroup = (b: TreeBuilder): boolean => {
  if (b.open.code !== TAG.colgroup) return false;
  b.open.pop();
  b.mode = MODE.inTable;
  return true;
};

export const inColumnGroup: Mode = {
  text(b) {
    b.insertBlank();
    if (b.token.isEmpty) return;
    if (leaveColumnGroup(b)) b.processText();
    // In a template there is no group to leave.
    else if (b.token.keepBlank()) b.insertText();
  },
  start(b, tag) {
    if (tag === TAG.col) b.insertVoid(tag);
    else if (tag === TAG.html) b.rules(MODE.inBody).start(b, tag);
    else if (tag === TAG.template) b.rules(MODE.inHead).start(b, tag);
    else if (leaveColumnGroup(b)) b.processStart(tag);
  },
  end(b, tag) {
    if (tag === TAG.colgroup) leaveColumnGroup(b);
    else if (tag === TAG.template) b.rules(MODE.inHead).end(b, tag);
    else if (tag !== TAG.col && leaveColumnGroup(b)) b.endTag(tag);
  },
  eof(b) {
    b.rules(MODE.inBody).eof(b);
  },
};

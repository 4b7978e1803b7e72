import { MODE } from '../mode.ts';
import { TRAIT } from '../tag-traits.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

const closeSelect = (b: TreeBuilder): void => {
  b.open.popUntil(TAG.select);
  b.resetMode();
};

const closeOption = ({ open }: TreeBuilder): void => {
  if (open.code === TAG.option) open.pop();
};

const closeOptgroup = (b: TreeBuilder): void => {
  closeOption(b);
  if (b.open.code === TAG.optgroup) b.open.pop();
};

export const inSelect: Mode = {
  text(b) {
    b.token.dropNuls();
    b.insertText();
  },
  start(b, tag) {
    switch (tag) {
      case TAG.html:
        b.rules(MODE.inBody).start(b, tag);
        break;
      case TAG.option:
        closeOption(b);
        b.insert(tag);
        break;
      case TAG.optgroup:
        closeOptgroup(b);
        b.insert(tag);
        break;
      case TAG.hr:
        closeOptgroup(b);
        b.insertVoid(tag);
        break;
      case TAG.select:
        if (b.open.inSelectScope()) closeSelect(b);
        break;
      case TAG.input:
      case TAG.keygen:
      case TAG.textarea:
        if (b.open.inSelectScope()) {
          closeSelect(b);
          b.processStart(tag);
        }
        break;
      case TAG.script:
      case TAG.template:
        b.rules(MODE.inHead).start(b, tag);
    }
  },
  end(b, tag) {
    const { open } = b;
    switch (tag) {
      case TAG.optgroup:
        if (open.code === TAG.option && open.codes[open.size - 2] === TAG.optgroup) open.pop();
        if (open.code === TAG.optgroup) open.pop();
        break;
      case TAG.option:
        closeOption(b);
        break;
      case TAG.select:
        if (open.inSelectScope()) closeSelect(b);
        break;
      case TAG.template:
        b.rules(MODE.inHead).end(b, tag);
    }
  },
  eof(b) {
    b.rules(MODE.inBody).eof(b);
  },
};

const leavesForTable = (tag: number): boolean =>
  tag === TAG.caption ||
  tag === TAG.table ||
  tag === TAG.tbody ||
  tag === TAG.tfoot ||
  tag === TAG.thead ||
  tag === TAG.tr ||
  tag === TAG.td ||
  tag === TAG.th;

export const inSelectInTable: Mode = {
  text: inSelect.text,
  start(b, tag) {
    if (!leavesForTable(tag)) {
      inSelect.start(b, tag);
      return;
    }
    closeSelect(b);
    b.processStart(tag);
  },
  end(b, tag) {
    if (!leavesForTable(tag)) {
      inSelect.end(b, tag);
      return;
    }
    if (!b.open.inScope(tag, TRAIT.tableScope)) return;
    closeSelect(b);
    b.endTag(tag);
  },
  eof: inSelect.eof,
};

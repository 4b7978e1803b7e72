import { MODE } from './mode.ts';
import type { OpenElements } from './open-elements.ts';
import { TAG } from './tags.ts';

/** "Reset the insertion mode appropriately" (HTML, § 13.2.4.1): the mode that the open elements call for. */
export function modeOf(
  open: OpenElements,
  templateModes: readonly number[],
  hasHead: boolean,
): number {
  for (let i = open.size - 1; i > 0; i--) {
    switch (open.codes[i]) {
      case TAG.select:
        return isInTable(open, i) ? MODE.inSelectInTable : MODE.inSelect;
      case TAG.td:
      case TAG.th:
        return MODE.inCell;
      case TAG.tr:
        return MODE.inRow;
      case TAG.tbody:
      case TAG.thead:
      case TAG.tfoot:
        return MODE.inTableBody;
      case TAG.caption:
        return MODE.inCaption;
      case TAG.colgroup:
        return MODE.inColumnGroup;
      case TAG.table:
        return MODE.inTable;
      case TAG.template:
        return templateModes.at(-1) ?? MODE.inBody;
      case TAG.head:
        return MODE.inHead;
      case TAG.body:
        return MODE.inBody;
      case TAG.frameset:
        return MODE.inFrameset;
    }
  }
  return hasHead ? MODE.afterHead : MODE.beforeHead;
}

function isInTable(open: OpenElements, index: number): boolean {
  for (let i = index - 1; i > 0; i--) {
    if (open.codes[i] === TAG.template) return false;
    if (open.codes[i] === TAG.table) return true;
  }
  return false;
}

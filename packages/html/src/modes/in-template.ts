import { MODE } from '../mode.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

const modeFor = (tag: number): number => {
  switch (tag) {
    case TAG.caption:
    case TAG.colgroup:
    case TAG.tbody:
    case TAG.tfoot:
    case TAG.thead:
      return MODE.inTable;
    case TAG.col:
      return MODE.inColumnGroup;
    case TAG.tr:
      return MODE.inTableBody;
    case TAG.td:
    case TAG.th:
      return MODE.inRow;
    default:
      return MODE.inBody;
  }
};

const switchTo = (b: TreeBuilder, mode: number): void => {
  b.templateModes[b.templateModes.length - 1] = mode;
  b.mode = mode;
};

export const inTemplate: Mode = {
  text(b) {
    b.rules(MODE.inBody).text(b);
  },
  start(b, tag) {
    switch (tag) {
      case TAG.base:
      case TAG.basefont:
      case TAG.bgsound:
      case TAG.link:
      case TAG.meta:
      case TAG.noframes:
      case TAG.script:
      case TAG.style:
      case TAG.template:
      case TAG.title:
        b.rules(MODE.inHead).start(b, tag);
        break;
      default:
        switchTo(b, modeFor(tag));
        b.processStart(tag);
    }
  },
  end(b, tag) {
    if (tag === TAG.template) b.rules(MODE.inHead).end(b, tag);
  },
  eof(b) {
    if (!b.open.has(TAG.template)) return;
    b.leaveTemplate();
    b.eof();
  },
};

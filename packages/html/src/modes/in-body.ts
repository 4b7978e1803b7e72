import { MODE } from '../mode.ts';
import type { Mode } from '../tree-builder.ts';
import { bodyEnd } from './in-body-end.ts';
import { bodyStart } from './in-body-start.ts';

export const inBody: Mode = {
  text(b) {
    b.token.dropNuls();
    if (b.token.isEmpty) return;
    b.reconstructFormatting();
    if (b.framesetOk && !b.token.isBlank) b.framesetOk = false;
    b.insertText();
  },
  start: bodyStart,
  end: bodyEnd,
  eof(b) {
    if (b.templateModes.length > 0) b.rules(MODE.inTemplate).eof(b);
  },
};

import { MODE } from '../mode.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

const backToBody = (b: TreeBuilder): void => {
  b.mode = MODE.inBody;
};

/** After body and after after body: anything but white space is in the body all the same. */
const afterBodyMode = (end: Mode['end']): Mode => ({
  text(b) {
    if (b.token.isBlank) b.rules(MODE.inBody).text(b);
    else {
      backToBody(b);
      b.processText();
    }
  },
  start(b, tag) {
    if (tag === TAG.html) b.rules(MODE.inBody).start(b, tag);
    else {
      backToBody(b);
      b.processStart(tag);
    }
  },
  end,
  eof() {},
});

export const afterBody = afterBodyMode((b, tag) => {
  if (tag === TAG.html) b.mode = MODE.afterAfterBody;
  else {
    backToBody(b);
    b.endTag(tag);
  }
});

export const afterAfterBody = afterBodyMode((b, tag) => {
  backToBody(b);
  b.endTag(tag);
});

const insertBlank = (b: TreeBuilder): void => {
  if (b.token.keepBlank()) b.insertText();
};

export const inFrameset: Mode = {
  text: insertBlank,
  start(b, tag) {
    if (tag === TAG.html) b.rules(MODE.inBody).start(b, tag);
    else if (tag === TAG.frameset) b.insert(tag);
    else if (tag === TAG.frame) b.insertVoid(tag);
    else if (tag === TAG.noframes) b.rules(MODE.inHead).start(b, tag);
  },
  end(b, tag) {
    if (tag !== TAG.frameset || b.open.code === TAG.html) return;
    b.open.pop();
    if (b.open.code !== TAG.frameset) b.mode = MODE.afterFrameset;
  },
  eof() {},
};

export const afterFrameset: Mode = {
  text: insertBlank,
  start(b, tag) {
    if (tag === TAG.html) b.rules(MODE.inBody).start(b, tag);
    else if (tag === TAG.noframes) b.rules(MODE.inHead).start(b, tag);
  },
  end(b, tag) {
    if (tag === TAG.html) b.mode = MODE.afterAfterFrameset;
  },
  eof() {},
};

export const afterAfterFrameset: Mode = {
  text(b) {
    if (b.token.keepBlank()) b.rules(MODE.inBody).text(b);
  },
  start: afterFrameset.start,
  end() {},
  eof() {},
};

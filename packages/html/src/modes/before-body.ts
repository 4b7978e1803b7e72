import { MODE } from '../mode.ts';
import { TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

/** End tags that these modes do not ignore. */
const isStructuralEnd = (tag: number): boolean =>
  tag === TAG.body || tag === TAG.html || tag === TAG.br;

const toBeforeHtml = (b: TreeBuilder): void => {
  // No doctype came.
  b.isQuirks = true;
  b.mode = MODE.beforeHtml;
};

const toBeforeHead = (b: TreeBuilder): void => {
  b.insertImplied(TAG.html);
  b.mode = MODE.beforeHead;
};

const toInHead = (b: TreeBuilder): void => {
  b.head = b.insertImplied(TAG.head);
  b.mode = MODE.inHead;
};

/** Skips white space; true when something else is left. */
const hasMoreThanBlank = (b: TreeBuilder): boolean => {
  b.token.from = b.token.blankEnd();
  return !b.token.isEmpty;
};

/** A mode in which white space and most end tags mean nothing, and anything else opens an element and goes on. */
const beforeElement = (
  open: (b: TreeBuilder) => void,
  isEndIgnored: (tag: number) => boolean,
  start: Mode['start'],
): Mode => ({
  text(b) {
    if (!hasMoreThanBlank(b)) return;
    open(b);
    b.processText();
  },
  start,
  end(b, tag) {
    if (isEndIgnored(tag)) return;
    open(b);
    b.endTag(tag);
  },
  eof(b) {
    open(b);
    b.eof();
  },
});

const isIgnoredBeforeHead = (tag: number): boolean => tag !== TAG.head && !isStructuralEnd(tag);

export const initial = beforeElement(
  toBeforeHtml,
  () => false,
  (b, tag) => {
    toBeforeHtml(b);
    b.processStart(tag);
  },
);

export const beforeHtml = beforeElement(toBeforeHead, isIgnoredBeforeHead, (b, tag) => {
  if (tag === TAG.html) {
    b.insert(tag);
    b.mode = MODE.beforeHead;
  } else {
    toBeforeHead(b);
    b.processStart(tag);
  }
});

export const beforeHead = beforeElement(toInHead, isIgnoredBeforeHead, (b, tag) => {
  if (tag === TAG.html) b.rules(MODE.inBody).start(b, tag);
  else if (tag === TAG.head) {
    b.head = b.insert(tag);
    b.mode = MODE.inHead;
  } else {
    toInHead(b);
    b.processStart(tag);
  }
});

const leaveHead = (b: TreeBuilder): void => {
  b.open.pop();
  b.mode = MODE.afterHead;
};

export const inHead: Mode = {
  text(b) {
    b.insertBlank();
    if (b.token.isEmpty) return;
    leaveHead(b);
    b.processText();
  },
  start(b, tag) {
    switch (tag) {
      case TAG.html:
        b.rules(MODE.inBody).start(b, tag);
        break;
      case TAG.meta:
      case TAG.link:
      case TAG.base:
      case TAG.basefont:
      case TAG.bgsound:
        b.insertVoid(tag);
        break;
      case TAG.script:
      case TAG.style:
      case TAG.title:
      case TAG.noframes:
        b.insertRaw(tag);
        break;
      case TAG.noscript:
        b.insert(tag);
        b.mode = MODE.inHeadNoscript;
        break;
      case TAG.template:
        b.insert(tag);
        b.formatting.pushMarker();
        b.framesetOk = false;
        b.mode = MODE.inTemplate;
        b.templateModes.push(MODE.inTemplate);
        break;
      case TAG.head:
        break;
      default:
        leaveHead(b);
        b.processStart(tag);
    }
  },
  end(b, tag) {
    if (tag === TAG.head) leaveHead(b);
    else if (tag === TAG.template) {
      if (b.open.has(tag)) b.leaveTemplate();
    } else if (isStructuralEnd(tag)) {
      leaveHead(b);
      b.endTag(tag);
    }
  },
  eof(b) {
    leaveHead(b);
    b.eof();
  },
};

const leaveNoscript = (b: TreeBuilder): void => {
  b.open.pop();
  b.mode = MODE.inHead;
};

export const inHeadNoscript: Mode = {
  text(b) {
    b.insertBlank();
    if (b.token.isEmpty) return;
    leaveNoscript(b);
    b.processText();
  },
  start(b, tag) {
    switch (tag) {
      case TAG.html:
      case TAG.basefont:
      case TAG.bgsound:
      case TAG.link:
      case TAG.meta:
      case TAG.noframes:
      case TAG.style:
        b.rules(MODE.inHead).start(b, tag);
        break;
      case TAG.head:
      case TAG.noscript:
        break;
      default:
        leaveNoscript(b);
        b.processStart(tag);
    }
  },
  end(b, tag) {
    if (tag === TAG.noscript) leaveNoscript(b);
    else if (tag === TAG.br) {
      leaveNoscript(b);
      b.endTag(tag);
    }
  },
  eof(b) {
    leaveNoscript(b);
    b.eof();
  },
};

const toInBody = (b: TreeBuilder): void => {
  b.insertImplied(TAG.body);
  b.mode = MODE.inBody;
};

export const afterHead: Mode = {
  text(b) {
    b.insertBlank();
    if (b.token.isEmpty) return;
    toInBody(b);
    b.processText();
  },
  start(b, tag) {
    switch (tag) {
      case TAG.html:
        b.rules(MODE.inBody).start(b, tag);
        break;
      case TAG.body:
        b.insert(tag);
        b.framesetOk = false;
        b.mode = MODE.inBody;
        break;
      case TAG.frameset:
        b.insert(tag);
        b.mode = MODE.inFrameset;
        break;
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
        insertIntoHead(b, tag);
        break;
      case TAG.head:
        break;
      default:
        toInBody(b);
        b.processStart(tag);
    }
  },
  end(b, tag) {
    if (tag === TAG.template) b.rules(MODE.inHead).end(b, tag);
    else if (isStructuralEnd(tag)) {
      toInBody(b);
      b.endTag(tag);
    }
  },
  eof(b) {
    toInBody(b);
    b.eof();
  },
};

/** What belongs in the head but comes after it. */
function insertIntoHead(b: TreeBuilder, tag: number): void {
  b.store.moved = true;
  b.open.push(b.head, TAG.head);
  b.rules(MODE.inHead).start(b, tag);
  b.open.removeAt(b.open.indexOf(b.head));
}

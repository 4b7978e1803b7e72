import { adoptionAgency } from '../adoption-agency.ts';
import { insertForeign } from '../foreign-content.ts';
import { MODE } from '../mode.ts';
import { MATHML, SVG, TRAIT, traitsOf } from '../tag-traits.ts';
import { FIRST_UNKNOWN_TAG, type KnownTag, TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

type Rule = Mode['start'];

function other(b: TreeBuilder, tag: number): void {
  b.reconstructFormatting();
  b.insert(tag);
}

/** The rule of each known tag; those of no list are ordinary elements. */
const rules: Rule[] = Array.from({ length: FIRST_UNKNOWN_TAG }, () => other);

const on = (tags: string, rule: Rule): void => {
  for (const tag of tags.split(' ')) rules[TAG[tag as KnownTag]] = rule;
};

/** "In body", a start tag. */
export function bodyStart(b: TreeBuilder, tag: number): void {
  if (tag < FIRST_UNKNOWN_TAG) (rules[tag] as Rule)(b, tag);
  else other(b, tag);
}

const ignored: Rule = () => {};
on('caption col colgroup frame head tbody td tfoot th thead tr', ignored);

on('base basefont bgsound link meta noframes script style template title', (b, tag) => {
  b.rules(MODE.inHead).start(b, tag);
});

on('html', (b) => {
  if (!b.open.has(TAG.template)) b.addMissingAttributes(b.open.nodes[0] as number);
});

const hasBody = ({ open }: TreeBuilder): boolean => open.size > 1 && open.codes[1] === TAG.body;

on('body', (b) => {
  if (!hasBody(b) || b.open.has(TAG.template)) return;
  b.framesetOk = false;
  b.addMissingAttributes(b.open.nodes[1] as number);
});

on('frameset', (b, tag) => {
  if (!hasBody(b) || !b.framesetOk) return;
  b.store.detach(b.open.nodes[1] as number);
  b.open.popTo(0);
  b.insert(tag);
  b.mode = MODE.inFrameset;
});

const block: Rule = (b, tag) => {
  b.closeP();
  b.insert(tag);
};
on(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure',
  block,
);
on('footer header hgroup main menu nav ol p search section summary ul', block);

on('h1 h2 h3 h4 h5 h6', (b, tag) => {
  b.closeP();
  if ((traitsOf(b.open.code) & TRAIT.heading) !== 0) b.open.pop();
  b.insert(tag);
});

on('pre listing', (b, tag) => {
  b.closeP();
  b.insert(tag);
  b.framesetOk = false;
  b.skipsNewline = true;
});

on('form', (b, tag) => {
  const inTemplate = b.open.has(TAG.template);
  if (b.form >= 0 && !inTemplate) return;
  b.closeP();
  const form = b.insert(tag);
  if (!inTemplate) b.form = form;
});

/** An item of a list ends the item before it, unless something between them keeps it open. */
function item(b: TreeBuilder, tag: number, isItem: (code: number) => boolean): void {
  const { open } = b;
  b.framesetOk = false;
  for (let i = open.size - 1; i > 0; i--) {
    const code = open.codes[i] as number;
    if (isItem(code)) {
      open.popTo(i - 1);
      break;
    }
    const isLoose = code === TAG.address || code === TAG.div || code === TAG.p;
    if (((open.traits[i] as number) & TRAIT.special) !== 0 && !isLoose) break;
  }
  b.closeP();
  b.insert(tag);
}
const isLi = (code: number): boolean => code === TAG.li;
const isDescription = (code: number): boolean => code === TAG.dd || code === TAG.dt;
on('li', (b, tag) => item(b, tag, isLi));
on('dd dt', (b, tag) => item(b, tag, isDescription));

on('plaintext', (b, tag) => {
  b.closeP();
  b.insert(tag);
  b.isPlaintext = true;
});

on('button', (b, tag) => {
  if (b.open.inScope(TAG.button)) b.open.popUntil(TAG.button);
  b.reconstructFormatting();
  b.insert(tag);
  b.framesetOk = false;
});

on('a', (b, tag) => {
  const entry = b.formatting.lastOf(TAG.a);
  if (entry >= 0) {
    const before = b.formatting.nodes[entry] as number;
    adoptionAgency(b, tag);
    b.forget(before);
  }
  b.reconstructFormatting();
  b.insertFormatting(tag);
});

on('b big code em font i s small strike strong tt u', (b, tag) => {
  b.reconstructFormatting();
  b.insertFormatting(tag);
});

on('nobr', (b, tag) => {
  b.reconstructFormatting();
  if (b.open.inScope(TAG.nobr)) {
    adoptionAgency(b, tag);
    b.reconstructFormatting();
  }
  b.insertFormatting(tag);
});

on('applet marquee object', (b, tag) => {
  b.reconstructFormatting();
  b.insert(tag);
  b.formatting.pushMarker();
  b.framesetOk = false;
});

on('table', (b, tag) => {
  if (!b.isQuirks) b.closeP();
  b.insert(tag);
  b.framesetOk = false;
  b.mode = MODE.inTable;
});

const image: Rule = (b, tag) => {
  b.reconstructFormatting();
  b.insertVoid(tag);
  b.framesetOk = false;
};
on('area br embed img keygen wbr', image);
on('image', (b) => image(b, TAG.img));

on('input', (b, tag) => {
  const isHidden = b.givenAttribute('type')?.toLowerCase() === 'hidden';
  b.reconstructFormatting();
  b.insertVoid(tag);
  if (!isHidden) b.framesetOk = false;
});

on('param source track', (b, tag) => {
  b.insertVoid(tag);
});

on('hr', (b, tag) => {
  b.closeP();
  b.insertVoid(tag);
  b.framesetOk = false;
});

on('textarea iframe', (b, tag) => {
  b.insertRaw(tag);
  b.framesetOk = false;
});

on('xmp', (b, tag) => {
  b.closeP();
  b.reconstructFormatting();
  b.insertRaw(tag);
  b.framesetOk = false;
});

on('noembed', (b, tag) => {
  b.insertRaw(tag);
});

on('select', (b, tag) => {
  b.reconstructFormatting();
  b.insert(tag);
  b.framesetOk = false;
  const isInTable =
    b.mode >= MODE.inTable && b.mode <= MODE.inCell && b.mode !== MODE.inColumnGroup;
  b.mode = isInTable ? MODE.inSelectInTable : MODE.inSelect;
});

on('option optgroup', (b, tag) => {
  if (b.open.code === TAG.option) b.open.pop();
  b.reconstructFormatting();
  b.insert(tag);
});

const ruby =
  (except: number): Rule =>
  (b, tag) => {
    if (b.open.inScope(TAG.ruby)) b.open.generateImpliedEndTags(except);
    b.insert(tag);
  };
on('rb rtc', ruby(0));
on('rp rt', ruby(TAG.rtc));

const foreign =
  (namespace: number): Rule =>
  (b, tag) => {
    b.reconstructFormatting();
    insertForeign(b, tag, namespace);
  };
on('svg', foreign(SVG));
on('math', foreign(MATHML));

import { adoptionAgency } from '../adoption-agency.ts';
import { closeOrdinary } from '../close-ordinary.ts';
import { MODE } from '../mode.ts';
import { TRAIT } from '../tag-traits.ts';
import { FIRST_UNKNOWN_TAG, type KnownTag, TAG } from '../tags.ts';
import type { Mode, TreeBuilder } from '../tree-builder.ts';

type Rule = Mode['end'];

const other: Rule = (b, tag) => closeOrdinary(b.open, tag);

const rules: Rule[] = Array.from({ length: FIRST_UNKNOWN_TAG }, () => other);

const on = (tags: string, rule: Rule): void => {
  for (const tag of tags.split(' ')) rules[TAG[tag as KnownTag]] = rule;
};

/** "In body", an end tag. */
export function bodyEnd(b: TreeBuilder, tag: number): void {
  if (tag < FIRST_UNKNOWN_TAG) (rules[tag] as Rule)(b, tag);
  else other(b, tag);
}

const within =
  (boundary: number): Rule =>
  (b, tag) => {
    if (b.open.inScope(tag, boundary)) b.open.popUntil(tag);
  };
const block = within(TRAIT.scope);
on(
  'address article aside blockquote button center dd details dialog dir div dl dt fieldset',
  block,
);
on(
  'figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul',
  block,
);
on('li', within(TRAIT.listScope));

on('p', (b, tag) => {
  if (!b.open.inScope(tag, TRAIT.buttonScope)) b.insertImplied(tag);
  b.closeP();
});

on('h1 h2 h3 h4 h5 h6', (b) => {
  if (b.open.traitInScope(TRAIT.heading)) b.open.popUntilTrait(TRAIT.heading);
});

on('a b big code em font i nobr s small strike strong tt u', adoptionAgency);

on('applet marquee object', (b, tag) => {
  if (!b.open.inScope(tag)) return;
  b.open.popUntil(tag);
  b.formatting.clearToMarker();
});

on('form', (b, tag) => {
  const { open } = b;
  if (open.has(TAG.template)) {
    block(b, tag);
    return;
  }
  const index = b.form < 0 ? -1 : open.indexOf(b.form);
  b.form = -1;
  if (index < 0 || !open.isReachable(index)) return;
  open.generateImpliedEndTags();
  open.removeAt(index);
});

on('br', (b, tag) => {
  b.reconstructFormatting();
  b.insertImpliedVoid(tag);
  b.framesetOk = false;
});

on('body', (b) => {
  if (b.open.inScope(TAG.body)) b.mode = MODE.afterBody;
});

on('html', (b, tag) => {
  if (!b.open.inScope(TAG.body)) return;
  b.mode = MODE.afterBody;
  b.endTag(tag);
});

on('template', (b, tag) => {
  b.rules(MODE.inHead).end(b, tag);
});

/** Attribute names that pages use most; others are numbered per document. */
export const ATTRIBUTE_NAMES: readonly string[] = [
  '',
  ...'class id href src style alt title rel type name content property value width height target'.split(
    ' ',
  ),
  ...'srcset sizes loading decoding role lang dir charset media action method placeholder for'.split(
    ' ',
  ),
  ...'async defer crossorigin integrity nonce referrerpolicy fetchpriority as hreflang http-equiv'.split(
    ' ',
  ),
  ...'datetime pubdate itemprop itemscope itemtype itemid itemref resource typeof about vocab'.split(
    ' ',
  ),
  ...'aria-label aria-hidden aria-labelledby aria-describedby aria-expanded aria-controls'.split(
    ' ',
  ),
  ...'aria-haspopup aria-current aria-live tabindex hidden disabled checked selected'.split(' '),
  ...'data-src data-srcset data-sizes data-id data-type data-url data-href data-title data-name'.split(
    ' ',
  ),
  ...'data-testid data-component data-qa data-index data-value data-toggle data-target data-lazy-src data-original'.split(
    ' ',
  ),
  ...'onclick onload onerror border align valign bgcolor color face size cellpadding'.split(' '),
  ...'cellspacing colspan rowspan frameborder allowfullscreen allow scrolling xmlns'.split(' '),
  ...'viewbox fill stroke stroke-width d x y r cx cy rx ry x1 x2 y1 y2 points transform'.split(' '),
  ...'xlink:href xml:lang xml:space clip-path fill-rule encoding summary cite download'.split(' '),
];

const ids = new Map(ATTRIBUTE_NAMES.map((name, id) => [name, id]));

/** The id that every tree gives to a common attribute name. Throws for names that are not common. */
export function attributeId(name: string): number {
  const id = ids.get(name);
  if (!id) throw new RangeError(`not a common attribute name: ${name}`);
  return id;
}

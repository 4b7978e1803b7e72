import { FIRST_UNKNOWN_TAG, type KnownTag, TAG } from './tags.ts';

/**
 * How an open element is known to tree construction: its tag id, with a bit for each foreign namespace and
 * integration point. So `code === TAG.p` holds for HTML's `p` alone.
 */
export const SVG = 1 << 16;
export const MATHML = 1 << 17;
export const HTML_INTEGRATION = 1 << 18;
export const MATHML_TEXT_INTEGRATION = 1 << 19;
export const FOREIGN = SVG | MATHML;
export const INTEGRATION = HTML_INTEGRATION | MATHML_TEXT_INTEGRATION;
export const TAG_OF_CODE = 0xffff;

/** What the standard's lists say of a tag (HTML, § 13.2 "Parsing HTML documents"). */
export const TRAIT = {
  special: 1,
  /** Ends the search of "has an element in scope". */
  scope: 2,
  listScope: 4,
  buttonScope: 8,
  tableScope: 16,
  /** All but optgroup and option end the search in select scope; these two do not. */
  selectTransparent: 32,
  impliedEnd: 64,
  formatting: 128,
  /** No end tag, no content. */
  void: 256,
  /** Content is text to the tokenizer, never elements. */
  raw: 512,
  heading: 1024,
  /** Text and other things directly inside are moved before the table. */
  fosters: 2048,
  tableSection: 4096,
  /** A start tag that ends foreign content. */
  breakout: 8192,
  cell: 16384,
} as const;

const traits = new Uint16Array(FIRST_UNKNOWN_TAG);

const mark = (trait: number, tags: string): void => {
  for (const tag of tags.split(' ')) {
    const id = TAG[tag as KnownTag];
    traits[id] = (traits[id] ?? 0) | trait;
  }
};

mark(
  TRAIT.special,
  'address applet area article aside base basefont bgsound blockquote body br button caption center col ' +
    'colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 ' +
    'h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta ' +
    'nav noembed noframes noscript object ol p param plaintext pre script search section select source ' +
    'style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp',
);
const scope = 'applet caption html table td th marquee object template';
mark(TRAIT.scope | TRAIT.listScope | TRAIT.buttonScope, scope);
mark(TRAIT.listScope, 'ol ul');
mark(TRAIT.buttonScope, 'button');
mark(TRAIT.tableScope, 'html table template');
mark(TRAIT.selectTransparent, 'optgroup option');
mark(TRAIT.impliedEnd, 'dd dt li optgroup option p rb rp rt rtc');
mark(TRAIT.formatting, 'a b big code em font i nobr s small strike strong tt u');
mark(
  TRAIT.void,
  'area base basefont bgsound br col embed frame hr img image input keygen link meta',
);
mark(TRAIT.void, 'param source track wbr');
mark(TRAIT.raw, 'title style script noframes iframe noembed xmp textarea');
mark(TRAIT.heading, 'h1 h2 h3 h4 h5 h6');
mark(TRAIT.fosters, 'table tbody tfoot thead tr');
mark(TRAIT.cell, 'td th');
mark(TRAIT.tableSection, 'tbody tfoot thead');
mark(
  TRAIT.breakout,
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing ' +
    'menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);

const INTEGRATION_TRAITS = TRAIT.special | TRAIT.scope | TRAIT.listScope | TRAIT.buttonScope;

/** The traits of an HTML tag; none for names that are not known. */
export const tagTraits = (tag: number): number =>
  tag < FIRST_UNKNOWN_TAG ? (traits[tag] as number) : 0;

/** The traits of an open element, foreign ones included. */
export const traitsOf = (code: number): number => {
  if (code < FIRST_UNKNOWN_TAG) return traits[code] as number;
  if ((code & INTEGRATION) !== 0 || code === (MATHML | TAG['annotation-xml']))
    return INTEGRATION_TRAITS;
  return 0;
};

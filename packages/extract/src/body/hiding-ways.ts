/**
 * The ways in which declarations of a style keep an element from readers' eyes, and how another rule for the same
 * property takes that back.
 */
export interface HidingWay {
  readonly hides: RegExp;
  readonly shows: RegExp;
}

const ZERO = String.raw`0(?:\.0*)?(?:px|r?em|pt|%)?\s*(?:[;!}]|$)`;
const AT = String.raw`(?:^|[;{\s])`;
const FAR = String.raw`-(?:\d{4,}px|999px|\d{3,}(?:r?em|vw|vh|%))`;

const way = (hides: string, shows: string): HidingWay => ({
  hides: new RegExp(hides, 'i'),
  shows: new RegExp(AT + shows, 'i'),
});

/** Sheets name these in rules of their own; an element is hidden by one of them. */
export const HIDING_WAYS: readonly HidingWay[] = [
  way(String.raw`${AT}display\s*:\s*none`, String.raw`display\s*:(?!\s*none)`),
  way(
    String.raw`${AT}visibility\s*:\s*(?:hidden|collapse)`,
    String.raw`visibility\s*:\s*(?:visible|initial|inherit)`,
  ),
  way(
    String.raw`${AT}font-size\s*:\s*(?:${ZERO}|[12]px\s*(?:[;!}]|$))`,
    String.raw`font(?:-size)?\s*:\s*(?!0)`,
  ),
  way(
    String.raw`${AT}(?:left|right|top|text-indent|margin-left)\s*:\s*${FAR}`,
    String.raw`(?:left|right|top|text-indent|margin-left|position)\s*:(?!\s*(?:${FAR}|absolute))`,
  ),
  way(
    String.raw`${AT}(?:max-)?height\s*:\s*0(?:px|em|%)?\s*(?:!important\s*)?;[^{}]{0,60}overflow\s*:\s*hidden|${AT}overflow\s*:\s*hidden\s*;[^{}]{0,60}height\s*:\s*${ZERO}`,
    String.raw`(?:max-)?height\s*:\s*(?:[1-9a-z])`,
  ),
  way(
    String.raw`${AT}clip\s*:\s*rect\(\s*(?:0|1px)|${AT}(?:-webkit-)?clip-path\s*:\s*inset\(\s*(?:50|100)%`,
    String.raw`clip(?:-path)?\s*:\s*(?:auto|none)`,
  ),
  way(
    String.raw`${AT}transform\s*:\s*scale\(\s*0\s*\)`,
    String.raw`transform\s*:(?!\s*scale\(\s*0\s*\))`,
  ),
];

/** What is drawn without any ink, unless a movement draws it later. */
export const CLEAR: HidingWay = way(
  String.raw`${AT}opacity\s*:\s*0(?:\.0+)?\s*(?:[;!}]|$)`,
  String.raw`opacity\s*:\s*(?:\.|[1-9]|0\.\d*[1-9])`,
);

/** Properties of what moves: it is hidden until it has moved. */
export const MOVES = /trans(?:form|ition|late)|animat|will-change/i;

/** Any of some ways, as one pattern. */
export const anyOf = (ways: readonly HidingWay[]): RegExp =>
  new RegExp(ways.map(({ hides }) => hides.source).join('|'), 'i');

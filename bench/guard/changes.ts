import { type Element, el, mapElements, type Piece, sizeOf } from './nodes.ts';

/** What happens to a site over night; each is pure, and the same for all its pages. */
export const CHANGES = {
  /** A new release of the theme: other class names. */
  'class names': (page) =>
    inBody(page, (element) => withClass(element, (name) => `x-${[...name].reverse().join('')}`)),
  /** Class names as builders of scripts make them. */
  'hashed classes': (page) =>
    inBody(page, (element) => withClass(element, (name) => `css-${hash(name)}`)),
  /** Columns, header and footer change places. */
  order: (page) =>
    mapBody(page, (body) => {
      const crossing = crossingOf(body);
      return replace(body, crossing, {
        ...crossing,
        children: [...crossing.children].reverse(),
      });
    }),
  /** What lies around the text. */
  wrapper: (page) =>
    mapBody(page, (body) => ({
      ...body,
      children: [el('div.shell', el('div.shell-in', ...body.children))],
    })),
  /** The page comes empty, and a script fills it. */
  'scripts only': (page) => ({
    ...page,
    children: page.children.map((it) =>
      isTag(it, 'body')
        ? el('body', { ...el('div'), attributes: { id: 'root' } }, el('script', 'render();'))
        : it,
    ),
  }),
  /** Nothing in the head any more, and elements without meaning: all is said by classes. */
  'meaning lost': (page) => ({
    ...page,
    children: page.children.map((it): Piece => {
      if (isTag(it, 'head')) return el('head', el('title', 'Journal'));
      return isTag(it, 'body') ? mapElements(it, meaningless) : it;
    }),
  }),
} as const satisfies Record<string, (page: Element) => Element>;

export type ChangeName = keyof typeof CHANGES;

const PLAIN = new Set(
  'article main section header footer h1 h2 h3 time figure p address'.split(' '),
);

function meaningless({ tag, attributes, children }: Element): Element {
  const kept = { class: `c${hash(`${tag}${attributes['class'] ?? ''}`)}` };
  return PLAIN.has(tag)
    ? { tag: 'div', attributes: kept, children }
    : { tag, attributes: { ...attributes, ...kept }, children };
}

const isTag = (piece: Piece, tag: string): piece is Element =>
  typeof piece !== 'string' && piece.tag === tag;

function mapBody(page: Element, change: (body: Element) => Element): Element {
  return { ...page, children: page.children.map((it) => (isTag(it, 'body') ? change(it) : it)) };
}

function inBody(page: Element, change: (element: Element) => Element): Element {
  return mapBody(page, (body) => mapElements(body, change));
}

function withClass(element: Element, change: (name: string) => string): Element {
  const names = element.attributes['class'];
  if (!names) return element;
  const changed = names.split(/\s+/).filter(Boolean).map(change).join(' ');
  return { ...element, attributes: { ...element.attributes, class: changed } };
}

function hash(text: string): string {
  let sum = 7;
  for (const char of text) sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) | 0;
  // Letters, since numbers name no template.
  return [...Math.abs(sum).toString(26)]
    .map((it) => String.fromCharCode(97 + Number.parseInt(it, 26)))
    .join('');
}

/** The first element whose children share its text: what has one child that holds nearly all is a wrapper. */
function crossingOf(element: Element): Element {
  const all = sizeOf(element);
  const big = element.children.find((it) => typeof it !== 'string' && sizeOf(it) > 0.9 * all);
  return big && typeof big !== 'string' ? crossingOf(big) : element;
}

function replace(page: Element, old: Element, by: Element): Element {
  if (page === old) return by;
  return {
    ...page,
    children: page.children.map((it) => (typeof it === 'string' ? it : replace(it, old, by))),
  };
}

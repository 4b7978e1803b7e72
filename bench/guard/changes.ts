import { type Element, el, mapElements, type Piece, sizeOf, textOf } from './nodes.ts';

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
  /** The headline has become the house's logo, and the head names the house alone. */
  'logo for headline': (page) =>
    mapElements(page, (it) => {
      if (it.tag === 'h1') return el('h1', el('img'));
      if (it.tag === 'title') return el('title', 'Journal');
      const isTold =
        /title/.test(it.attributes['property'] ?? '') || LINKED.test(it.attributes['type'] ?? '');
      return isTold ? el('meta') : it;
    }),
  /** The next articles follow in the same page, endlessly. */
  'others follow': (page) =>
    mapElements(page, (it) => {
      const texts = it.children.filter((child) => isTag(child, 'p') && sizeOf(child) > 60);
      if (texts.length < 3) return it;
      const others = [5, 9, 13].flatMap((by) => texts.map((text) => el('p', turned(text, by))));
      return { ...it, children: [...it.children, ...others] };
    }),
  /** The server names an encoding that the page is not in. */
  'encoding lies': (page) =>
    mapElements(page, (it) => ({
      ...it,
      children: it.children.map((child) =>
        typeof child === 'string' && it.tag !== 'script' ? child.replaceAll('o', '\ufffd') : child,
      ),
    })),
} as const satisfies Record<string, (page: Element) => Element>;

const LINKED = /ld\+json/;

/** A text of other sentences, of the same words. */
function turned(text: Piece, by: number): string {
  const words = textOf(text).split(' ');
  return [...words.slice(by), ...words.slice(0, by)].join(' ');
}

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

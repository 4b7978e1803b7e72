import { type KnownTag, TAG } from '@nashra/html';

type Rename = Readonly<Partial<Record<KnownTag, string>>>;

const table = (renames: Rename): readonly (string | undefined)[] => {
  const names: (string | undefined)[] = [];
  for (const [tag, name] of Object.entries(renames)) names[TAG[tag as KnownTag]] = name;
  return names;
};

/** Elements that shape the article, by tag id, with the name they are written under. */
export const shapes = table({
  ul: 'ul',
  ol: 'ol',
  menu: 'ul',
  dir: 'ul',
  li: 'li',
  blockquote: 'blockquote',
  table: 'table',
  caption: 'caption',
  tr: 'tr',
  td: 'td',
  th: 'th',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
});

/** Elements that hold one block of text. */
export const leaves = table({
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  pre: 'pre',
  listing: 'pre',
  xmp: 'pre',
});

/** Elements inside a block of text. */
export const inlines = table({
  a: 'a',
  em: 'em',
  i: 'em',
  cite: 'cite',
  strong: 'strong',
  b: 'strong',
  u: 'u',
  mark: 'mark',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  var: 'em',
  dfn: 'em',
  q: 'q',
  sub: 'sub',
  sup: 'sup',
  s: 's',
  strike: 's',
  del: 's',
  ins: 'ins',
  small: 'small',
  abbr: 'abbr',
  bdi: 'bdi',
  bdo: 'bdi',
});

/** Where an element may stand; a wrapper is put around it elsewhere. */
export const needsParent: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  tr: ['table'],
  caption: ['table'],
  td: ['tr'],
  th: ['tr'],
  dt: ['dl'],
  dd: ['dl'],
};

/**
 * Namespaces by URI, with the prefix as fallback. Every known URI has one canonical prefix here, so the tables of
 * elements say `dc:creator` whatever prefix a feed binds to Dublin Core, or whether it binds one at all.
 */
const canonicalPrefixes: Record<string, string> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns': 'atom',
  'http://purl.org/atom/app': 'app',
  'http://www.w3.org/2007/app': 'app',
  'http://my.netscape.com/rdf/simple/0.9': 'rss',
  'http://channel.netscape.com/rdf/simple/0.9': 'rss',
  'http://purl.org/rss/1.0': 'rss',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
  'http://backend.userland.com/rss': 'rss',
  'http://backend.userland.com/rss2': 'rss',
  'http://blogs.law.harvard.edu/tech/rss': 'rss',
  'http://cyber.law.harvard.edu/rss': 'rss',
  'http://cyber.law.harvard.edu/rss/rss.html': 'rss',
  'http://www.rssboard.org/rss-specification': 'rss',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://purl.org/rss/1.0/modules/slash': 'slash',
  'http://purl.org/net/rss1.1/payload': 'content',
  'http://wellformedweb.org/commentapi': 'wfw',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.rssboard.org/media-rss': 'media',
  'http://tools.search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.google.com/schemas/play-podcasts/1.0': 'googleplay',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://web.resource.org/cc': 'cc',
  'http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html': 'creativecommons',
  'http://backend.userland.com/creativecommonsrssmodule': 'creativecommons',
  'http://creativecommons.org/ns': 'cc',
  'http://www.georss.org/georss': 'georss',
  'http://www.opengis.net/gml': 'gml',
  'http://www.w3.org/2003/01/geo/wgs84_pos': 'geo',
  'http://webns.net/mvcb': 'admin',
  'http://podlove.org/simple-chapters': 'psc',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://purl.org/syndication/history/1.0': 'fh',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/xml/1998/namespace': 'xml',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.sitemaps.org/schemas/sitemap/0.9': 'sm',
  'http://opml.org/spec2': 'opml',
  'http://www.opml.org/spec2': 'opml',
  'http://www.google.com/schemas/sitemap/0.84': 'sm',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://www.google.com/schemas/sitemap-image/1.1': 'image',
  'http://www.google.com/schemas/sitemap-image/1.0': 'image',
  'http://www.google.com/schemas/sitemap-video/1.1': 'video',
};

/** No name of a known vocabulary is as long. */
const LONGEST_URI = 200;

/** Spelled in capitals, with `https`, a trailing slash or `#`: publishers write all of them. */
function canonicalPrefix(uri: string): string | undefined {
  const plain = uri
    .trim()
    .slice(0, LONGEST_URI)
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/[#/?=]+$/, '');
  return Object.hasOwn(canonicalPrefixes, plain) ? canonicalPrefixes[plain] : undefined;
}

const namespacesOfCore = new Set(['rss', 'sm', 'opml']);

/**
 * The bindings in force on an element. `core` names the vocabulary of the document's root; its elements have plain
 * names (`title`), all others are prefixed (`dc:title`).
 */
export class NamespaceScope {
  readonly #parent: NamespaceScope | null;
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #core: string;
  /** Prefixes used in the document that nothing binds. */
  readonly undeclared: Set<string>;
  readonly #extended = new Map<string, NamespaceScope>();

  constructor(
    parent: NamespaceScope | null,
    bindings: ReadonlyMap<string, string>,
    core: string = parent ? parent.#core : 'rss',
  ) {
    this.#parent = parent;
    this.#bindings = bindings;
    this.#core = core;
    this.undeclared = parent?.undeclared ?? new Set();
  }

  /** The scope of a child that binds more. Feeds bind the same in every entry, so children are remembered. */
  extend(bindings: ReadonlyMap<string, string>): NamespaceScope {
    const written = JSON.stringify([...bindings]);
    let scope = this.#extended.get(written);
    if (scope === undefined) {
      scope = new NamespaceScope(this, bindings);
      if (this.#extended.size < 64) this.#extended.set(written, scope);
    }
    return scope;
  }

  /** Canonical name of an element written `raw`: lower case, prefixed unless it is of the core vocabulary. */
  element(raw: string): string {
    let name = this.#elements.get(raw);
    if (name === undefined) {
      name = this.#resolveElement(raw.toLowerCase());
      this.#elements.set(raw, name);
    }
    return name;
  }

  attribute(raw: string): string {
    let name = this.#attributes.get(raw);
    if (name === undefined) {
      const lower = raw.toLowerCase();
      const colon = lower.indexOf(':');
      const prefix = colon < 0 ? '' : lower.slice(0, colon);
      const uri = prefix ? this.uriOf(prefix) : undefined;
      const known = uri === undefined ? undefined : canonicalPrefix(uri);
      name = known === undefined ? lower : `${known}:${lower.slice(colon + 1)}`;
      this.#attributes.set(raw, name);
    }
    return name;
  }

  /** The address a prefix is bound to here; the empty prefix is the default namespace. */
  uriOf(prefix: string): string | undefined {
    return this.#bindings.get(prefix) ?? this.#parent?.uriOf(prefix);
  }

  /** Whether any prefix is bound here to an address with `part` in it. */
  binds(part: string): boolean {
    for (const uri of this.#bindings.values()) if (uri.includes(part)) return true;
    return this.#parent?.binds(part) ?? false;
  }

  #resolveElement(lower: string): string {
    const colon = lower.indexOf(':');
    const prefix = colon < 0 ? '' : lower.slice(0, colon);
    const local = lower.slice(colon + 1);
    const uri = this.uriOf(prefix);
    if (uri === undefined && prefix !== '' && prefix !== 'xml') this.undeclared.add(prefix);
    const known = uri === undefined ? prefix : canonicalPrefix(uri);
    // An unknown default namespace counts as core: feeds that bind one still mean `title` by <title>.
    const space = known ?? prefix;
    return space === '' || space === this.#core || namespacesOfCore.has(space)
      ? local
      : `${space}:${local}`;
  }
}

/** Vocabulary of a root element, from which its plain names are taken. */
export function coreOfRoot(rawName: string, bindings: ReadonlyMap<string, string>): string {
  const local = rawName.toLowerCase().replace(/^.*:/, '');
  if (local === 'feed' || local === 'entry') return 'atom';
  // <rss xmlns="…Atom"> declares what it is not; only its prefixed Atom elements are Atom.
  const uri = bindings.get('');
  return (uri === undefined ? undefined : canonicalPrefix(uri)) ?? 'rss';
}

import {
  entryIdentity,
  type Feed,
  type FeedDate,
  type FeedElement,
  type FeedEntry,
  type FeedMetadata,
  type FeedPerson,
  type FeedText,
  parseFeed,
} from '@nashra/feeds';

interface Request {
  url: string | null;
  headers: Record<string, string>;
}

/** The common form by which feed readers are compared: the field names of Python's feedparser. */
export default function readFeed(bytes: Uint8Array, { url, headers }: Request) {
  const header = (name: string) => headers[name];
  const feed = parseFeed(bytes, {
    url: url ?? '',
    ...(header('content-type') && { contentType: header('content-type') }),
    ...(header('content-location') && { contentLocation: header('content-location') }),
    ...(header('content-language') && { language: header('content-language') }),
    now: new Date(),
  });
  const identities = entryIdentity(feed.entries);
  return {
    bozo: feed.warnings.some(({ code }) => !harmless.has(code)),
    encoding: narrower[feed.encoding] ?? feed.encoding,
    version: versionOf(feed),
    feed: {
      ...unknown(feed.extensions),
      ...metadata(feed),
      ...text('subtitle', feed.texts.subtitle ?? feed.texts.summary),
      link: feed.link,
      image_url: feed.image?.url,
      image: feed.image && { ...feed.image, description: feed.image.caption },
      logo: feed.image?.url,
      icon: (feed.images.find(({ url: address }) => address !== feed.image?.url) ?? feed.image)
        ?.url,
      errorreportsto: named(feed.extensions, 'admin:errorreportsto')?.attributes['rdf:resource'],
      ttl: feed.ttlMinutes?.toString(),
      ...generator(feed),
      cloud: attributesOf(feed.extensions, 'cloud'),
      docs: addressOf(feed.extensions, 'docs'),
      textinput: partsOf(feed.extensions, 'textinput'),
    },
    entries: feed.entries.map((entry, index) => ({
      ...entryOf(entry),
      address: entry.address,
      key: identities[index]?.key,
    })),
    sitemaps: feed.sitemaps.map(({ address, updated }) => ({
      href: address,
      updated_ts: updated && Date.parse(updated.instant) / 1000,
    })),
  };
}

/** The supersets that browsers decode by, under the names that the comparison knows. */
const narrower: Record<string, string> = { cp949: 'euc-kr', cp932: 'shift_jis', cp874: 'tis-620' };

/** What an XML parser would not complain about. */
const harmless = new Set<string>([
  'bad-date',
  'no-page',
  'field-cut',
  'too-many-entries',
  'trailing-junk',
]);

function versionOf({ format, version }: Feed): string {
  if (version === 'cdf') return 'cdf';
  const digits = version.replaceAll('.', '');
  if (format === 'rss' && digits.startsWith('2')) return 'rss20';
  if (format === 'rss' && digits === '091') return 'rss091u';
  const family = format === 'rdf' ? 'rss' : format;
  return `${family}${digits}`;
}

function entryOf(entry: FeedEntry) {
  const page = entry.links.find(({ rel }) => rel === 'alternate');
  return {
    ...unknown(entry.extensions),
    ...metadata(entry),
    id: entry.id ?? entry.enclosures[0]?.url,
    ...text('summary', entry.texts.summary),
    ...text('subtitle', entry.texts.subtitle),
    link: page?.href ?? entry.address,
    content: entry.texts.contents.map(({ value, type, language }) => ({
      value,
      type,
      lang: language,
    })),
    enclosures: entry.enclosures.map(({ url, type, length }) => ({ href: url, type, length })),
    comments: entry.comments,
    image_url: entry.images[0]?.url,
    source: entry.source && {
      ...metadata(entry.source),
      ...text('subtitle', entry.source.texts.subtitle),
      link: entry.source.link,
      url: entry.source.link,
      href: entry.source.link,
      icon: entry.source.images[0]?.url,
      ...generator(entry.source),
    },
    guidislink: entry.links.length === 1 && entry.links[0]?.href === entry.id,
    media_thumbnail: entry.images,
    media_content: [...entry.enclosures, ...entry.images],
    where: whereOf(entry),
    wfw_comment: addressOf(entry.extensions, 'wfw:comment'),
    wfw_commentrss: addressOf(entry.extensions, 'wfw:commentrss'),
    license: licenseOf(entry.extensions),
    media_credit: allOf(entry.extensions, 'media:credit'),
    media_restriction: restrictionOf(entry.extensions),
    media_license: allOf(entry.extensions, 'media:license')[0],
    media_rating: allOf(entry.extensions, 'media:rating')[0],
    media_player: allOf(entry.extensions, 'media:player')[0],
    expired: textOf(entry.extensions, 'expirationdate'),
    psc_chapters: chaptersOf(entry.extensions),
  };
}

function metadata(item: FeedMetadata) {
  return {
    id: item.id,
    ...text('title', item.texts.title),
    ...text('rights', item.texts.rights),
    language: item.language,
    links: item.links.map((link) => ({
      ...link,
      type: link.type ?? (link.rel === 'self' ? 'application/atom+xml' : 'text/html'),
    })),
    ...person('author', item.authors[0] ?? null),
    authors: item.authors,
    contributors: item.contributors,
    ...person('publisher', item.publisher),
    tags: item.categories,
    ...date('published', item.published),
    ...date('updated', item.updated ?? item.published),
    ...date('created', item.created),
    itunes_explicit: explicitOf(item.extensions),
    itunes_block: textOf(item.extensions, 'itunes:block') === 'yes' ? 1 : 0,
    itunes_duration: textOf(item.extensions, 'itunes:duration'),
    ...validityOf(item.extensions),
  };
}

function text(name: string, value: FeedText | null) {
  return { [name]: value?.value, [`${name}_type`]: value?.type, [`${name}_lang`]: value?.language };
}

function date(name: string, value: FeedDate | null) {
  return { [name]: value?.text, [`${name}_ts`]: value && Date.parse(value.instant) / 1000 };
}

function person(name: string, value: FeedPerson | null) {
  const both = value?.name && value.email ? `${value.name} (${value.email})` : undefined;
  return {
    [name]: both ?? value?.name ?? value?.email,
    [`${name}_name`]: value?.name,
    [`${name}_email`]: value?.email,
    [`${name}_url`]: value?.url,
  };
}

function generator({ generator: value }: Pick<Feed, 'generator'>) {
  return {
    generator: value?.name,
    generator_url: value?.url,
    generator_version: value?.version,
  };
}

const named = (elements: FeedElement[], name: string) =>
  elements.find((element) => element.name === name);

const textOf = (elements: FeedElement[], name: string) => named(elements, name)?.text;

function addressOf(elements: FeedElement[], name: string) {
  const element = named(elements, name);
  return element && (URL.parse(element.text, element.base ?? undefined)?.href ?? element.text);
}

const attributesOf = (elements: FeedElement[], name: string) => named(elements, name)?.attributes;

function partsOf(elements: FeedElement[], name: string) {
  const element = named(elements, name);
  return element && Object.fromEntries(element.children.map((child) => [child.name, child.text]));
}

function allOf(elements: FeedElement[], name: string) {
  return elements
    .filter((element) => element.name === name)
    .map((element) => ({ ...element.attributes, content: element.text }));
}

function restrictionOf(elements: FeedElement[]) {
  const found = allOf(elements, 'media:restriction')[0];
  return found && { ...found, content: found.content.split(/\s+/) };
}

function licenseOf(elements: FeedElement[]) {
  const found = elements.find(({ name }) => /^(?:cc|creativecommons):license$/.test(name));
  return found && (found.attributes['rdf:resource'] ?? found.text);
}

function explicitOf(elements: FeedElement[]) {
  const said = textOf(elements, 'itunes:explicit');
  if (said === 'yes' || said === 'true') return 1;
  return said === 'no' || said === 'false' ? false : undefined;
}

function validityOf(elements: FeedElement[]) {
  const parts = (textOf(elements, 'dcterms:valid') ?? '').split(';').map((part) => part.trim());
  const part = (name: string) =>
    parts.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
  return { validity_start: part('start'), validity_end: part('end') };
}

function unknown(elements: FeedElement[]) {
  return Object.fromEntries(
    elements.map(({ name, text: value }) => [name.replace(':', '_'), value]),
  );
}

function whereOf({ place }: FeedEntry) {
  if (place?.type === 'Point') return { ...place, coordinates: place.coordinates[0] };
  if (place?.type === 'Polygon') return { ...place, coordinates: [place.coordinates] };
  return place;
}

function chaptersOf(elements: FeedElement[]) {
  const found = named(elements, 'psc:chapters');
  return (
    found && { ...found.attributes, chapters: found.children.map(({ attributes }) => attributes) }
  );
}

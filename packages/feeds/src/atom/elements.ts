import { combine, type ElementTable, readChildren } from '../elements.ts';
import type { FeedGenerator } from '../feed.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { atomText, lineOf } from '../markup/text-construct.ts';
import { moduleElements } from '../modules/elements.ts';
import { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';
import { readLink } from './link.ts';
import { personConstruct } from './person.ts';

/** Elements of Atom 1.0 (RFC 4287) and 0.3, of feeds and entries alike; `behind` is how far they stand back as guests. */
export const atomElementsBehind = (behind: number): ElementTable => ({
  id: (node, draft) => {
    draft.id ??= resolveId(node);
  },
  title: (node, draft) => draft.setText('title', atomText(node), behind),
  subtitle: (node, draft) => draft.setText('subtitle', atomText(node), behind),
  tagline: (node, draft) => draft.setText('subtitle', atomText(node), behind + 1),
  info: (node, draft) => draft.setText('subtitle', atomText(node), behind + 2),
  summary: (node, draft) => draft.setText('summary', atomText(node), behind),
  content: readContent,
  rights: (node, draft) => draft.setText('rights', atomText(node), behind),
  copyright: (node, draft) => draft.setText('rights', atomText(node), behind + 1),
  link: readLink,
  author: (node, draft) => {
    const person = personConstruct(node);
    if (person) draft.add(draft.authors, person);
  },
  contributor: (node, draft) => {
    const person = personConstruct(node);
    if (person) draft.add(draft.contributors, person);
  },
  category: (node, draft) =>
    draft.addCategory({
      term: (node.attribute('term') ?? node.text).trim(),
      scheme: node.attribute('scheme') ?? node.attribute('domain'),
      label: node.attribute('label'),
    }),
  published: (node, draft) => draft.setDate('published', node.text, behind),
  issued: (node, draft) => draft.setDate('published', node.text, behind + 1),
  updated: (node, draft) => draft.setDate('updated', node.text, behind),
  modified: (node, draft) => draft.setDate('updated', node.text, behind + 1),
  created: (node, draft) => draft.setDate('created', node.text, behind),
  generator: (node, draft) => {
    draft.generator ??= generatorOf(node);
  },
  icon: (node, draft) => readImage(node, draft),
  logo: (node, draft) => {
    readImage(node, draft);
    draft.image ??= draft.images.at(-1) ?? null;
  },
  source: readSource,
});

export const atomElements = atomElementsBehind(0);

/** An identifier is compared as written (RFC 4287 §4.2.6.1); only a relative one is completed. */
function resolveId(node: XmlNode): string | null {
  const text = node.text;
  if (/^(?:\/|\.\.?\/)/.test(text)) return resolveAddress(text, node.base) ?? text;
  return text || null;
}

function readContent(node: XmlNode, draft: Spoken): void {
  const address = node.attribute('src');
  if (address === null) {
    const text = atomText(node);
    if (text.value !== '') draft.add(draft.contents, text);
    return;
  }
  const url = resolveAddress(address, node.base);
  if (url !== null)
    draft.add(draft.enclosures, { url, type: node.attribute('type'), length: null });
}

function generatorOf(node: XmlNode): FeedGenerator {
  const url = node.attribute('uri') ?? node.attribute('url');
  return {
    name: node.text,
    url: url === null ? null : resolveAddress(url, node.base),
    version: node.attribute('version'),
  };
}

function readImage(node: XmlNode, draft: Spoken): void {
  const url = resolveAddress(node.text, node.base);
  if (url !== null) draft.addImage(url);
}

/** `source` of RFC 4287 §4.2.11 carries a feed's metadata; that of RSS an address and a title. */
function readSource(node: XmlNode, draft: Spoken): void {
  const source = new Spoken(draft.context);
  if (node.children.length > 0) readChildren(node, source, sourceElements);
  else source.setText('title', { ...atomText(node), type: 'text/plain' }, 0);
  const address = node.attribute('url') ?? node.attribute('src');
  const url = address === null ? null : resolveAddress(address, node.base);
  const link = url ?? source.links.find(({ rel }) => rel === 'alternate')?.href ?? null;
  draft.source = {
    ...source.metadata(lineOf(source.texts.title)),
    link,
    generator: source.generator,
  };
}

const sourceElements = combine(moduleElements, atomElements);

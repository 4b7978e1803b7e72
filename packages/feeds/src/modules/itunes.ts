import type { ElementTable } from '../elements.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { rssText, rssTitle } from '../markup/text-construct.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';
import { personOf } from './person.ts';

const elements: ElementTable = {
  title: (node, draft) => draft.setText('title', rssTitle(node), 4),
  author: (node, draft) => {
    const person = draft.authors.length === 0 ? personOf(node.text) : null;
    if (person) draft.add(draft.authors, person);
  },
  owner: (node, draft) => {
    const part = (name: string) =>
      node.children.find(({ tag }) => tag.replace(/^.*:/, '') === name)?.text || null;
    draft.publisher ??= { name: part('name'), email: part('email'), url: null };
  },
  subtitle: (node, draft) => draft.setText('subtitle', rssText(node), 3),
  summary: (node, draft) => draft.setText('summary', rssText(node), 5),
  image: (node, draft) => {
    const url = resolveAddress(
      node.attribute('href') ?? node.attribute('url') ?? node.text,
      node.base,
    );
    if (url !== null) draft.addImage(url);
  },
  category: readCategory,
  keywords: (node, draft) => {
    for (const term of node.text.split(node.text.includes(',') ? ',' : /\s+/)) {
      draft.addCategory({ term: term.trim(), scheme: scheme, label: null });
    }
  },
};

const scheme = 'http://www.itunes.com/';

/** Categories nest: a subcategory is a category too. */
function readCategory(node: XmlNode, draft: Spoken): void {
  draft.addCategory({ term: node.attribute('text') ?? node.text, scheme, label: null });
  for (const child of node.children) readCategory(child, draft);
}

/** Apple's podcast elements, and Google's of the same names. */
export const itunesElements: ElementTable = Object.fromEntries(
  ['itunes', 'googleplay'].flatMap((prefix) =>
    Object.entries(elements).map(([tag, read]) => [`${prefix}:${tag}`, read]),
  ),
);

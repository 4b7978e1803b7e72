import type { ElementTable } from '../elements.ts';
import { shownLine } from '../markup/plain-text.ts';
import { rssText, rssTitle } from '../markup/text-construct.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';
import { personOf } from './person.ts';

/** Dublin Core 1.1 and its terms. */
export const dublinCoreElements: ElementTable = {
  'dc:title': (node, draft) => draft.setText('title', rssTitle(node), 3),
  'dc:description': (node, draft) => draft.setText('summary', rssText(node), 4),
  'dc:creator': readAuthor,
  'dc:author': readAuthor,
  'dc:contributor': (node, draft) => {
    const person = personOf(node.text);
    if (person) draft.add(draft.contributors, person);
  },
  'dc:publisher': (node, draft) => {
    draft.publisher ??= personOf(node.text);
  },
  'dc:subject': (node, draft) =>
    draft.addCategory({ term: shownLine(node.text), scheme: null, label: null }),
  'dc:language': (node, draft) => {
    draft.language ??= node.text || null;
  },
  'dc:rights': (node, draft) => draft.setText('rights', rssText(node), 2),
  'dc:identifier': (node, draft) => {
    draft.id ??= node.text || null;
  },
  // A date of the life of the thing, without saying which: it stands in for whichever is missing.
  'dc:date': (node, draft) => {
    draft.setDate('published', node.text, 9);
    draft.setDate('updated', node.text, 9);
  },
  'dcterms:issued': (node, draft) => draft.setDate('published', node.text, 2),
  'dcterms:available': (node, draft) => draft.setDate('published', node.text, 3),
  'dcterms:created': (node, draft) => draft.setDate('created', node.text, 1),
  'dcterms:modified': (node, draft) => draft.setDate('updated', node.text, 2),
};

function readAuthor(node: XmlNode, draft: Spoken): void {
  const person = personOf(node.text);
  if (!person) return;
  const isKnown = draft.authors.some(
    ({ name, email }) => name === person.name && email === person.email,
  );
  if (!isKnown) draft.add(draft.authors, person);
}

import { cutText } from '@nashra/text';
import type { FeedElement } from '../feed.ts';
import type { XmlNode } from '../xml/node.ts';

const maxChars = 10_000;
const maxChildren = 100;
const maxDepth = 6;

/** An element that no table knows, as plain data with bounds. */
export function elementOf(node: XmlNode, depth = 0): FeedElement {
  const attributes: Record<string, string> = Object.create(null);
  for (let i = 0; i < node.attributes.length; i += 2) {
    attributes[node.attributes[i] as string] = cutText(node.attributes[i + 1] as string, maxChars);
  }
  const children =
    depth < maxDepth
      ? node.children.slice(0, maxChildren).map((child) => elementOf(child, depth + 1))
      : [];
  return {
    name: node.tag,
    text: children.length > 0 ? '' : cutText(node.text, maxChars),
    attributes,
    children,
    base: node.base,
  };
}

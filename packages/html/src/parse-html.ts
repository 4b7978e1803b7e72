import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { DEFAULT_HTML_LIMITS, type HtmlLimits } from './limits.ts';
import { FIRST_UNKNOWN_TAG, TAG, TAG_NAMES } from './tags.ts';
import { NODE, type Tree } from './tree.ts';

type Parsed = DefaultTreeAdapterTypes.Node;
type Attributes = readonly { name: string; value: string }[];

const childrenOf = (node: Parsed): readonly Parsed[] =>
  'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];

/**
 * The tree of a document as browsers build it with scripting off (so the content of `noscript` is elements).
 * The contents of a `template` are its children. Never throws; past a limit the document is cut.
 */
export function parseHtml(text: string, limits?: Partial<HtmlLimits>): Tree {
  const { maxLength, maxNodes, maxDepth } = { ...DEFAULT_HTML_LIMITS, ...limits };
  let truncated = text.length > maxLength;
  const document = parse(text.slice(0, maxLength), { scriptingEnabled: false });

  const kind: number[] = [];
  const tag: number[] = [];
  const parent: number[] = [];
  const end: number[] = [];
  const texts: string[] = [];
  const attributes: Attributes[] = [];
  const unknown = new Map<string, number>();
  const unknownNames: string[] = [];

  const tagOf = (name: string): number => {
    const known = (TAG as Readonly<Record<string, number>>)[name];
    if (known !== undefined) return known;
    let id = unknown.get(name);
    if (id === undefined) {
      id = FIRST_UNKNOWN_TAG + unknownNames.length;
      unknown.set(name, id);
      unknownNames.push(name);
    }
    return id;
  };
  const add = (node: Parsed, parentId: number): void => {
    const isElement = 'tagName' in node;
    kind.push(isElement ? NODE.element : 'value' in node ? NODE.text : NODE.document);
    tag.push(isElement ? tagOf(node.tagName.toLowerCase()) : 0);
    parent.push(parentId);
    end.push(0);
    texts.push('value' in node ? node.value : '');
    attributes.push(
      isElement ? node.attrs.map((a) => ({ name: a.name.toLowerCase(), value: a.value })) : [],
    );
  };

  add(document, -1);
  const open = [{ id: 0, children: childrenOf(document), next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.children[top.next++];
    if (!child) {
      end[top.id] = kind.length;
      open.pop();
    } else if ('tagName' in child || child.nodeName === '#text') {
      if (kind.length >= maxNodes || open.length > maxDepth) truncated = true;
      else {
        add(child, top.id);
        open.push({ id: kind.length - 1, children: childrenOf(child), next: 0 });
      }
    }
  }

  return {
    size: kind.length,
    kind: Uint8Array.from(kind),
    tag: Uint16Array.from(tag),
    parent: Int32Array.from(parent),
    end: Int32Array.from(end),
    truncated,
    tagName(node) {
      if (kind[node] !== NODE.element) return '';
      const id = tag[node] as number;
      return TAG_NAMES[id] ?? unknownNames[id - FIRST_UNKNOWN_TAG] ?? '';
    },
    text: (node) => texts[node] ?? '',
    attr: (node, name) => attributes[node]?.find((a) => a.name === name)?.value,
    attrNames: (node) => attributes[node]?.map((a) => a.name) ?? [],
  };
}

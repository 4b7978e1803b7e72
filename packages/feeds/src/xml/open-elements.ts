import { isHollow, takeBackFields } from './left-open.ts';
import { coreOfRoot, NamespaceScope } from './namespaces.ts';
import { XmlNode, type XmlSource } from './node.ts';
import type { TreeEnd, TreeOptions, TreePlan } from './tree.ts';

/** A start tag as the scanner found it. */
export interface FoundTag {
  /** As written. */
  name: string;
  /** Name, value, name, value, as written. */
  attributes: string[];
  selfClosing: boolean;
  /** Offset of its `<`. */
  at: number;
  /** Offset behind its `>`. */
  end: number;
}

/**
 * The elements that are open while a document is read, innermost last. End tags are matched as publishers mean them:
 * one that matches an outer element closes all within it, one that matches nothing is passed over, and an entry ends at
 * the latest where the next one begins.
 */
export class OpenElements {
  root: XmlNode | null = null;
  /** Roots of documents that were put behind the first. */
  readonly further: XmlNode[] = [];
  /** Set when nothing more is to be read. */
  end: TreeEnd | null = null;
  tooDeep = false;
  readonly #plan: TreePlan;
  readonly #options: TreeOptions;
  readonly #source: XmlSource;
  readonly #stack: XmlNode[] = [];
  /** Raw names of the open elements: end tags are matched as written. */
  readonly #names: string[] = [];
  /** How many are open beyond the depth that is kept. */
  #overflow = 0;
  /** Depth of the open entry; -1 when none is open. */
  #entryAt = -1;

  constructor(source: XmlSource, plan: TreePlan, options: TreeOptions) {
    this.#source = source;
    this.#plan = plan;
    this.#options = options;
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** Names, as written, of the innermost element and of the entry around it. */
  get innermostName(): string | undefined {
    return this.#names.at(-1);
  }

  get entryName(): string | undefined {
    return this.#names[this.#entryAt];
  }

  open(found: FoundTag): void {
    const scope = this.#scopeOf(found);
    const tag = scope.element(found.name);
    const isEntry = this.#plan.isEntry(tag);
    const innermost = this.#stack.at(-1);
    if (innermost !== undefined && isHollow(innermost)) this.#closeHollow(found.at);
    if (isEntry && this.#entryAt >= 0 && !this.#isInOtherXml()) {
      this.#options.warnings.add('entry-unclosed', found.at);
      this.#closeDownTo(this.#entryAt, found.at);
      if (this.end !== null) return;
    }
    if (this.#stack.length >= this.#options.maxDepth && !(isEntry && this.#makeRoom(found.at))) {
      this.#passOver(found);
      return;
    }
    this.#push(found, tag, scope);
    if (isEntry && this.#entryAt < 0) this.#entryAt = this.#stack.length - 1;
    if (found.selfClosing) this.#closeDownTo(this.#stack.length - 1, found.end);
  }

  #closeHollow(at: number): void {
    this.#options.warnings.add('tag-mismatch', at);
    this.#closeDownTo(this.#stack.length - 1, at);
  }

  #passOver({ at, selfClosing }: FoundTag): void {
    if (!this.tooDeep) this.#options.warnings.add('too-deep', at);
    this.tooDeep = true;
    if (!selfClosing) this.#overflow += 1;
  }

  /** What nobody closed between the entries must not bury the entries behind it. */
  #makeRoom(at: number): boolean {
    if (this.#entryAt >= 0) return false;
    this.#overflow = 0;
    this.#closeDownTo(Math.min(2, this.#options.maxDepth - 1), at);
    return true;
  }

  #push(found: FoundTag, tag: string, scope: NamespaceScope): void {
    const parent = this.#stack.at(-1);
    const attributes = this.#decode(found.attributes, scope);
    const inherited = parent ?? this.#options;
    const node = new XmlNode(tag, this.#source, scope, attributes, inherited, found.end);
    if (parent === undefined && this.root !== null) this.further.push(node);
    this.root ??= node;
    parent?.children.push(node);
    this.#stack.push(node);
    this.#names.push(found.name);
  }

  #scopeOf({ name, attributes }: FoundTag): NamespaceScope {
    const bindings = namespaceBindings(attributes);
    const outer = this.#stack.at(-1)?.scope;
    if (outer === undefined) return new NamespaceScope(null, bindings, coreOfRoot(name, bindings));
    return bindings.size > 0 ? outer.extend(bindings) : outer;
  }

  #decode(written: string[], scope: NamespaceScope): readonly string[] {
    if (written.length === 0) return written;
    return written.map((part, index) => {
      if (index % 2 === 0) return scope.attribute(part);
      return part.includes('&') ? this.#source.decode(part) : part;
    });
  }

  /** Inside an Atom content that is XML of some other kind, an <item> is not an entry of this feed. */
  #isInOtherXml(): boolean {
    return this.#stack
      .slice(this.#entryAt + 1)
      .some((node) => node.tag === 'content' && /xml/i.test(node.attribute('type') ?? ''));
  }

  close(name: string, at: number): void {
    const top = this.#names.length - 1;
    if (this.#overflow > 0) {
      if (name !== this.entryName && name !== this.#names[0]) {
        this.#overflow -= 1;
        return;
      }
      this.#overflow = 0;
    }
    if (this.#names[top] === name) {
      this.#closeDownTo(top, at);
      return;
    }
    const depth = this.#depthOf(name);
    this.#options.warnings.add('tag-mismatch', at);
    if (depth >= 0) this.#closeDownTo(depth, at);
  }

  /** Where the element that an end tag means is open: as written, or else but for case or prefix. */
  #depthOf(name: string): number {
    const exact = this.#names.lastIndexOf(name);
    if (exact >= 0) return exact;
    const tag = (this.#stack.at(-1) as XmlNode).scope.element(name);
    return this.#stack.findLastIndex((node) => node.tag === tag);
  }

  #closeDownTo(depth: number, at: number): void {
    for (let i = this.#stack.length - 1; i >= depth; i -= 1) {
      const node = this.#stack.pop() as XmlNode;
      this.#names.pop();
      node.end = Math.max(node.start, at);
      if (i > depth && node.children.length > 0)
        takeBackFields(node, this.#stack[i - 1] as XmlNode);
      if (i === this.#entryAt) this.#finishEntry(node);
      if (i === 0) this.end ??= 'complete';
    }
  }

  #finishEntry(node: XmlNode): void {
    this.#entryAt = -1;
    this.#overflow = 0;
    this.#stack.at(-1)?.children.pop();
    if (!this.#plan.onEntry(node, this.root as XmlNode)) this.end = 'stopped';
  }

  /** The text is over. An entry that is still open was cut, and is left out: the next poll brings it whole. */
  finish(at: number): TreeEnd {
    if (this.#stack.length === 0) return 'complete';
    if (this.#entryAt >= 0) {
      this.#options.warnings.add('entry-cut', this.#stack[this.#entryAt]?.start ?? null);
      this.#stack[this.#entryAt - 1]?.children.pop();
    }
    this.#options.warnings.add('truncated', at);
    for (const node of this.#stack) node.end = at;
    return 'truncated';
  }
}

const noBindings: ReadonlyMap<string, string> = new Map();

function namespaceBindings(attributes: string[]): ReadonlyMap<string, string> {
  if (attributes.length === 0) return noBindings;
  const bindings = new Map<string, string>();
  for (let i = 0; i < attributes.length; i += 2) {
    const name = (attributes[i] as string).toLowerCase();
    if (name === 'xmlns') bindings.set('', attributes[i + 1] as string);
    else if (name.startsWith('xmlns:')) bindings.set(name.slice(6), attributes[i + 1] as string);
  }
  return bindings;
}

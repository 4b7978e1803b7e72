import { NODE, TAG, type Tree } from '@nashra/html';
import { isHeading } from './page-text.ts';

/** What stands around the nodes of a page. */
export interface Surroundings {
  isHeaded(node: number): boolean;
  /** Whether it stands in what is on every page: navigation, foot. */
  isChrome(node: number): boolean;
  /** Tags and classes of the elements around it: alike for the blocks of one list. */
  formOf(node: number): string;
}

const HEADED = 1;
const CHROME = 2;
const IN_ITEM = 4;
/** Elements around a link that make its form. */
const FORM_DEPTH = 4;
/** Characters of a class or an id that are read. */
const MOST_CLASS = 200;
const CHROME_NAME =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|footer|breadcrumbs?|pagination|pager|social|share|langu?ages?)(?=$|[\s_-])/i;

/** One pass over a page; each node has what those above it have. */
export function readSurroundings(tree: Tree): Surroundings {
  const flags = new Uint8Array(tree.size);
  for (let node = 1; node < tree.size; node++) {
    const above = flags[tree.parent[node] as number] as number;
    flags[node] = tree.kind[node] === NODE.element ? above | flagsOf(tree, node, above) : above;
  }
  const parts = new Map<number, string>();
  const partOf = (node: number) => {
    const known = parts.get(node);
    if (known !== undefined) return known;
    const part = `${tree.tagName(node)}.${kindOf(tree.attr(node, 'class') ?? '')}`;
    parts.set(node, part);
    return part;
  };
  return {
    isHeaded: (node) => ((flags[node] as number) & HEADED) !== 0,
    isChrome: (node) => ((flags[node] as number) & CHROME) !== 0,
    formOf(node) {
      const form: string[] = [];
      let at = tree.parent[node] as number;
      for (; at > 0 && form.length < FORM_DEPTH; at = tree.parent[at] as number)
        form.push(partOf(at));
      return form.join('<');
    },
  };
}

function flagsOf(tree: Tree, node: number, above: number): number {
  const tag = tree.tag[node] as number;
  if (tag === TAG.body || tag === TAG.html) return 0;
  const flags = (isHeading(tree, node) ? HEADED : 0) | (tag === TAG.article ? IN_ITEM : 0);
  const isFrame =
    tag === TAG.nav || tag === TAG.footer || (tag === TAG.header && (above & IN_ITEM) === 0);
  return flags | (isFrame || isNamedChrome(tree, node) ? CHROME : 0);
}

function isNamedChrome(tree: Tree, node: number): boolean {
  return ['class', 'id'].some((name) =>
    CHROME_NAME.test((tree.attr(node, name) ?? '').slice(0, MOST_CLASS)),
  );
}

/** Classes that number an element, or say where it stands in its row, make blocks of one list differ. */
function kindOf(classes: string): string {
  return classes
    .slice(0, MOST_CLASS)
    .split(/\s+/)
    .filter((it) => it !== '' && !/\d|first|last|odd|even|active/i.test(it))
    .slice(0, 2)
    .join('.');
}

import { NODE, parseHtml, TAG } from '@nashra/html';

/** Bytes of a page to the plain text of its body. */
export type Extractor = (bytes: Uint8Array, url: string) => string | Promise<string>;

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const inline = new Set([
  TAG.a,
  TAG.b,
  TAG.i,
  TAG.em,
  TAG.strong,
  TAG.span,
  TAG.font,
  TAG.small,
  TAG.sub,
  TAG.sup,
  TAG.mark,
  TAG.code,
  TAG.abbr,
  TAG.cite,
  TAG.q,
  TAG.u,
]);

/** Text of an HTML fragment, blocks apart: others give HTML where Nashra gives text. */
function textOf(html: string | null | undefined): string {
  const tree = parseHtml(html ?? '');
  let text = '';
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind[node] === NODE.text) text += tree.text(node);
    else if (!inline.has(tree.tag[node] as number)) text += '\n';
  }
  return text;
}

/** Loads an extractor, and nothing of the others: what they hold in memory is not its own. */
export const loaders: Readonly<Record<string, () => Promise<Extractor>>> = {
  nashra: async () => {
    const { default: nashra } = await import('../adapters/article.ts');
    return (bytes, url) => nashra(bytes, { url }).body;
  },
  'readability + linkedom': async () => {
    const { Readability } = await import('@mozilla/readability');
    const { parseHTML } = await import('linkedom');
    return (bytes) => {
      const { document } = parseHTML(decode(bytes));
      return textOf(new Readability(document as never).parse()?.content);
    };
  },
  'readability + jsdom': async () => {
    const { Readability } = await import('@mozilla/readability');
    const { JSDOM, VirtualConsole } = await import('jsdom');
    return (bytes, url) => {
      const dom = new JSDOM(bytes, { url, virtualConsole: new VirtualConsole() });
      try {
        return textOf(new Readability(dom.window.document as never).parse()?.content);
      } finally {
        dom.window.close();
      }
    };
  },
  defuddle: async () => {
    const { Defuddle } = await import('defuddle/node');
    const { parseHTML } = await import('linkedom');
    return async (bytes, url) => {
      const { document } = parseHTML(decode(bytes));
      return textOf((await Defuddle(document as never, url)).content);
    };
  },
  extractus: async () => {
    const { extractFromHtml } = await import('@extractus/article-extractor');
    return async (bytes, url) => textOf((await extractFromHtml(decode(bytes), url))?.content);
  },
};

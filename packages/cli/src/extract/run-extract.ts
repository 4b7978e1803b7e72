import { type Extraction, extract } from '@nashra/extract';
import pc from 'picocolors';
import { EXIT } from '../exit-codes.ts';
import { oneLine, plainText, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { readDocument } from '../system/read-document.ts';

export interface ExtractOptions {
  readonly json?: true;
  readonly explain?: true;
  readonly url?: string;
  readonly contentType?: string;
  readonly timeZone?: string;
}

export async function runExtract(what: string, options: ExtractOptions): Promise<void> {
  const { bytes, url, headers } = await readDocument(what, options.url);
  const contentType = options.contentType ?? headers['content-type'];
  const result = extract(bytes, {
    url,
    ...(contentType === undefined ? {} : { contentType }),
    ...(options.timeZone === undefined ? {} : { publisher: { timeZone: options.timeZone } }),
    ...(options.explain ? { explain: true } : {}),
  });
  if (options.json) printJson(result);
  else print(options.explain ? explanation(result) : articleText(result));
  if (!result.isArticle) process.exitCode = EXIT.failed;
}

function articleText(page: Extraction): string {
  const { published, modified, leadImage } = page;
  const facts: [string, string | null | undefined][] = [
    ['kind', `${page.kind} (${Math.round(page.confidence * 100)} %)`],
    ['authors', page.authors.join(', ')],
    [
      'published',
      published && `${published.instant} (${published.precision}, ${published.source})`,
    ],
    ['modified', modified?.instant],
    ['language', page.language],
    ['section', page.section],
    ['tags', page.tags.join(', ')],
    ['canonical', page.canonicalUrl],
    ['image', leadImage?.url],
    ['images', page.images.length > 0 ? String(page.images.length) : null],
    ['words', String(page.wordCount)],
    ['warnings', page.warnings.join(', ')],
  ];
  const known = facts.flatMap(([name, value]) =>
    value ? [[pc.dim(name), oneLine(value, 300)]] : [],
  );
  return [pc.bold(oneLine(page.title, 500)), table(known), '', plainText(page.body)].join('\n');
}

function explanation({ blocks = [], title, kind }: Extraction): string {
  if (blocks.length === 0) return `${oneLine(title)} (${kind}): no block was judged.`;
  return blocks
    .map(({ kept, score, path, text, reasons }) => {
      const why = reasons
        .map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`)
        .join(', ');
      const mark = kept ? pc.green('+') : pc.red('-');
      return `${mark} ${score.toFixed(2)} ${pc.dim(oneLine(path, 100))}\n    ${oneLine(text)}\n    ${pc.dim(why)}`;
    })
    .join('\n');
}

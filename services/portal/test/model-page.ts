import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The page that the site is modelled on, as a corpus beside the project has it. */
export interface ModelPage {
  readonly headlines: readonly string[];
  readonly title: string;
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly body: readonly string[];
}

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus');

function read(file: string): unknown {
  const path = resolve(CORPUS, file);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  process.stderr.write(`\n!!! No corpus beside the project (${file}): that test is left out.\n\n`);
  return undefined;
}

export function readModelPage(): ModelPage | undefined {
  const page = read('arabic/seed/seed.truth.json') as ModelPage | undefined;
  return page && { ...page, headlines: page.headlines.filter((it) => it !== null) };
}

export function readHostile(): readonly string[] | undefined {
  const cases = read('fetch-safety/xss-cases.json') as readonly { html: string }[] | undefined;
  return cases?.map((it) => it.html);
}

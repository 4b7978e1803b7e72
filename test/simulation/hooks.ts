import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MODULES, SEAMS } from './seams.ts';

/** A change to a file of the product: this text, which stands there once, becomes that one. */
export interface Mutation {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const ROOT = new URL('../../', import.meta.url);
const HERE = new URL('./', import.meta.url);
const REAL = '?real';

/**
 * Has Node load the product with its seams open: a file that has some is loaded as itself under another name, and a module of
 * a few lines in its place passes on all that is no seam. Files that are mutated are changed as they are read.
 */
export function openSeams(mutations: readonly Mutation[] = []): void {
  registerHooks({
    resolve(specifier, context, next) {
      const stand = MODULES[specifier];
      if (stand !== undefined && isOfProduct(context.parentURL)) {
        return { url: new URL(stand, HERE).href, shortCircuit: true };
      }
      return next(specifier, context);
    },
    load(url, context, next) {
      if (!isOfProduct(url)) return next(url, context);
      const [plain = ''] = url.split('?');
      const file = plain.slice(ROOT.href.length);
      const seams = SEAMS[file];
      if (seams && !url.endsWith(REAL)) {
        return { format: 'module', source: doorOf(plain, seams), shortCircuit: true };
      }
      const mutated = mutations.filter((it) => it.file === file);
      if (mutated.length === 0) return next(url, context);
      const text = readFileSync(fileURLToPath(plain), 'utf8');
      return { format: 'module-typescript', source: mutate(text, mutated), shortCircuit: true };
    },
  });
}

/** @throws Error where the text does not stand there, or more than once */
export function mutate(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((before, { file, find, put }) => {
    if (before.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
    return before.replace(find, () => put);
  }, text);
}

function isOfProduct(url: string | undefined): boolean {
  if (!url?.startsWith(ROOT.href) || url.includes('/node_modules/')) return false;
  return /^(packages|services)\//.test(url.slice(ROOT.href.length));
}

function doorOf(url: string, seams: readonly string[]): string {
  const real = JSON.stringify(url + REAL);
  const seam = JSON.stringify(new URL('seam.ts', HERE).href);
  return [
    `export * from ${real};`,
    `import * as real from ${real};`,
    `import { seam } from ${seam};`,
    ...seams.map((name) => `export const ${name} = seam('${name}', real.${name});`),
  ].join('\n');
}

/** Of a file of the product, for messages and tests. */
export const urlOf = (file: string): string =>
  pathToFileURL(fileURLToPath(new URL(file, ROOT))).href;

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '@nashra/extract';
import { CHANGES, type ChangeName } from './changes.ts';
import { playMonths } from './month.ts';
import { readPage } from './nodes.ts';
import { getToKnow, playChange } from './publisher.ts';

/** `node bench/guard/main.ts [CORPUS] [pages]`: a change on each of some real pages, then months in which nothing changes. */
const [corpus, pages = '30'] = process.argv.slice(2);
const names = Object.keys(CHANGES) as ChangeName[];
let caught = 0;
let held = 0;
let wrong = 0;
let played = 0;
for await (const { name, bytes } of corpus ? articlesOf(corpus) : []) {
  if (played >= Number(pages)) break;
  const change = names[played % names.length] as ChangeName;
  const result = playChange(getToKnow(readPage(bytes), played + 1), CHANGES[change]);
  played++;
  if (result.after !== null) caught++;
  if (result.alarm?.isCollapse) held++;
  wrong += result.false;
  const fields = result.alarm?.fields.map(({ field }) => field).join(', ') ?? '–';
  console.log(`${name.padEnd(36)} ${change.padEnd(16)} ${result.after ?? 'missed'}  ${fields}`);
}
const began = process.cpuUsage();
const seeds = [1, 2, 3];
const months = seeds.map((seed) => playMonths(100, 37, seed));
const cpu = process.cpuUsage(began);
const looked = months.reduce((sum, month) => sum + month.pages, 0);
console.log(
  JSON.stringify({
    ...{ played, caught, held, wrong },
    months: months.length * 100,
    pages: looked,
    false: months.flatMap((month) => month.wrong),
    microsecondsAPage: Math.round((cpu.user + cpu.system) / looked),
  }),
);

/** Pages that are articles, every seventh, so that several publishers of a language are among them. */
async function* articlesOf(folder: string) {
  const found = (await readdir(folder)).sort();
  for (let at = 0; at < found.length; at += 7) {
    const name = found[at] as string;
    const bytes = await read(join(folder, name));
    if (!bytes) continue;
    const { isArticle, wordCount } = extract(bytes, { url: `https://${name}.example/a/1` });
    if (isArticle && wordCount > 150) yield { name, bytes };
  }
}

async function read(folder: string): Promise<Buffer | null> {
  const packed = await readFile(join(folder, 'page.html.gz')).catch(() => null);
  if (packed) return gunzipSync(packed);
  return await readFile(join(folder, 'page.html')).catch(() => null);
}

/**
 * Runs one extractor over every page below a folder, in a process of its own; a prediction a line.
 *   node run-one.ts <extractor> <folder> <every nth page>
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loaders } from './extractors.ts';

const [name = '', folder = '', step = '1'] = process.argv.slice(2);
const load = loaders[name];
if (!load) throw new Error(`no such extractor: ${name}`);
const extractor = await load();

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((entry) => entry.endsWith('expected.json'))
  .sort()
  .filter((_, index) => index % Number(step) === 0);
// Twice to warm the compiler up, as a worker that runs for days is; the third time counts.
for (const entry of [...pages, ...pages, '', ...pages]) {
  if (entry === '') {
    console.log('start');
    continue;
  }
  const dir = join(folder, entry, '..');
  const { id, url } = JSON.parse(readFileSync(join(dir, 'expected.json'), 'utf8'));
  const plain = join(dir, 'page.html');
  const bytes = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
  const before = process.cpuUsage();
  let body = '';
  let error: string | undefined;
  try {
    body = await extractor(bytes, url);
  } catch (thrown) {
    error = String(thrown);
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  console.log(JSON.stringify({ id, body, error, ms, bytes: bytes.length }));
}
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS / 1024 }));

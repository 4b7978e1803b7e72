import { parseFeed } from '@nashra/feeds';
import { readFeedFiles } from './corpus.ts';

/**
 * Cuts every feed of a folder at a share of its bytes and counts what is left: `node bench/feeds/salvage.ts <folder>
 * [share]`. An item is complete when its end tag lies before the cut.
 */
const [folder, share = '0.7'] = process.argv.slice(2);
if (!folder) throw new Error('usage: node bench/feeds/salvage.ts <folder of feeds> [share]');

let throws = 0;
let complete = 0;
let recovered = 0;
for (const { name, bytes } of readFeedFiles(folder)) {
  const cut = bytes.subarray(0, Math.floor(bytes.length * Number(share)));
  const ends = cut.toString('latin1').match(/<\/(?:rss:|atom:)?(?:item|entry)\s*>/g)?.length ?? 0;
  complete += ends;
  try {
    const found = parseFeed(cut, { url: 'https://example.org/feed' }).entries.length;
    recovered += Math.min(found, ends);
    if (found < ends) console.log(`${name}: ${found} of ${ends}`);
  } catch (error) {
    throws += 1;
    console.log(`${name}: ${error}`);
  }
}
console.log(
  `cut at ${Number(share) * 100} %: ${throws} throws, ${recovered} of ${complete} complete items (${((recovered / complete) * 100).toFixed(2)} %)`,
);

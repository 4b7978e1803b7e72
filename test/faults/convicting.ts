import { articlePage, waitFor } from '@nashra/testkit';
import type { Cell } from './cell.ts';

const BAD = {
  NODE_OPTIONS: `--import=${new URL('./bad-pages.ts', import.meta.url).href} --max-old-space-size=256`,
};

/** A page by which parse dies each time it reads it, among others that it has in hand at the time. */
export const convicting = (name: string, says: string, code: string): Cell => ({
  name,
  kind: 'page',
  what: `${says}: its process is started again each time it dies`,
  convicted: 1,
  isAlone: true,
  async begin(system, load) {
    await system.kill('parse');
    await system.keepRunning('parse', BAD);
    await load.bad(articlePage('A bad page', says));
  },
  // The cause is gone when the page is convicted.
  async end({ db }) {
    const isConvicted = async () =>
      (await db.selectFrom('quarantine').select('code').execute()).length > 0;
    await waitFor(isConvicted, { timeoutMs: 300_000, what: 'the page to be convicted' });
  },
  async check({ db }) {
    const rows = await db.selectFrom('quarantine').select('code').execute();
    if (rows.some((row) => row.code !== code)) {
      throw new Error(`it is called ${JSON.stringify(rows)}, not ${code}`);
    }
  },
});

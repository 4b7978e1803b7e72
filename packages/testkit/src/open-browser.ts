import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; undefined, said loudly, on a machine that has none. `CHROMIUM` names another. */
export function findBrowser(): string | undefined {
  const found = [process.env['CHROMIUM'], ...PLACES].find((it) => it && existsSync(it));
  if (!found)
    process.stderr.write(
      '\n!!! No Chromium here: pages are NOT tested in a browser. Install it (apt-get install chromium), or name it in CHROMIUM.\n\n',
    );
  return found;
}

export async function openBrowser(executablePath: string): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launch({ executablePath, args, timeout: 60_000 });
}

import { findBrowser, openBrowser } from '@nashra/testkit';

/** Slow 4G as Lighthouse has it, bytes a second and ms, on a phone of a fourth of this machine's speed. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
};
const CPU_SLOWER = 4;
const VISITS = 5;
const PHONE = { width: 390, height: 844 };

/** ms until the largest piece of each page is painted, as Chromium measures it: medians of first visits. Null without a browser. */
export async function paintOf(
  origin: string,
  paths: readonly string[],
): Promise<Record<string, number> | null> {
  const executable = findBrowser();
  if (!executable) return null;
  const browser = await openBrowser(executable);
  try {
    const medians: Record<string, number> = {};
    for (const path of paths) {
      const took: number[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) {
        const context = await browser.newContext({ viewport: PHONE });
        const page = await context.newPage();
        const devtools = await context.newCDPSession(page);
        await devtools.send('Network.enable');
        await devtools.send('Network.emulateNetworkConditions', NETWORK);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
        await page.goto(origin + path, { waitUntil: 'load' });
        took.push(Number(await page.evaluate(LARGEST)));
        await context.close();
      }
      medians[path] = Math.round(took.toSorted((a, b) => a - b)[VISITS >> 1] ?? 0);
    }
    return medians;
  } finally {
    await browser.close();
  }
}

const LARGEST = `new Promise((resolve) => {
  let at = 0;
  new PerformanceObserver((list) => { for (const it of list.getEntries()) at = it.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(at), 50)));
})`;

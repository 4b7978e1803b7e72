import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Asset {
  /** Names what it holds, so that browsers may keep it for good. */
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

function load(file: string, type: string): Asset {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${hash}-${file}`, type, text };
}

export const ASSETS = {
  style: load('portal.css', 'text/css; charset=utf-8'),
  live: load('live.js', 'text/javascript; charset=utf-8'),
  icon: load('icon.svg', 'image/svg+xml'),
} as const;

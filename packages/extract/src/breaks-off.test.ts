import { expect, it } from 'vitest';
import { breaksOff } from './breaks-off.ts';

const doesBreakOff = (html: string) => breaksOff(Buffer.from(html));
const begun = '<!doctype html><html><body><div class="page"><article><p>The council met.</p>';

it('sees a page that ends in the midst of itself', () => {
  expect(doesBreakOff(begun)).toBe(true);
  expect(doesBreakOff(`${begun}<p>It appr`)).toBe(true);
  expect(doesBreakOff(`${begun}<b>Fatal error</b>: out of memory on line 7<br />`)).toBe(true);
  expect(doesBreakOff(`${begun}<script>var end = "</div></article>`)).toBe(true);
});

it('lets a page be whole that leaves out what it may, or closes more or less than it opened', () => {
  expect(doesBreakOff(`${begun}</article></div>`)).toBe(false);
  expect(doesBreakOff(`${begun}</body></html>`)).toBe(false);
  expect(doesBreakOff(`${begun}</html>${'<!-- cached -->'.repeat(900)}`)).toBe(false);
  expect(doesBreakOff(`${begun}</article></div></div>`)).toBe(false);
});

it('says nothing of a piece of a page', () => {
  expect(doesBreakOff('<div><p>The council met.</p>')).toBe(false);
  expect(doesBreakOff('')).toBe(false);
});

it('ends in time, whatever the bytes', () => {
  const from = performance.now();
  doesBreakOff(`<body>${'<!-- <script <'.repeat(300_000)}`);
  doesBreakOff(`<body>${'<script>'.repeat(300_000)}`);
  expect(performance.now() - from).toBeLessThan(2_000);
});

import { expect, it } from 'vitest';
import { viewFor } from '../site/view.ts';
import { moment, readable } from './format.ts';

it.each([
  ['https://a.ma/%D8%AE%D8%A8%D8%B1-1', 'https://a.ma/خبر-1'],
  ['https://a.ma/a%20b%0Ac?x=%26', 'https://a.ma/a%20b%0Ac?x=%26'],
  ['https://a.ma/%E2%80%AEgpj.exe', 'https://a.ma/%E2%80%AEgpj.exe'],
  ['https://a.ma/%E0%A4', 'https://a.ma/%E0%A4'],
])('reads %s as people do', (address, text) => {
  expect(readable(address)).toBe(text);
});

it('keeps of a long address what fits a line or two', () => {
  const text = readable(`https://a.ma/${'x'.repeat(4_000)}`);
  expect(text).toHaveLength(120);
  expect(text.endsWith('…')).toBe(true);
});

it.each([
  ['en', 'now'],
  ['fr', 'maintenant'],
  ['ar', 'الآن'],
] as const)('says now in %s, and not in no seconds', (tongue, text) => {
  const at = new Date('2026-03-01T10:00:00.400Z');
  const said = moment(viewFor(tongue, null, '/'), at, at.getTime() + 300).text;
  expect(said).toContain(`>${text}<`);
});

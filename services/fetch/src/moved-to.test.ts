import { expect, it } from 'vitest';
import { movedTo } from './moved-to.ts';

const hop = (status: number, location: string | null) => ({ address: '', status, location });
const FROM = 'https://a.example/old';

it('follows what redirects for good, and not what redirects for now', () => {
  const [mid, end] = ['https://a.example/mid', 'https://a.example/new'];
  expect(movedTo(FROM, [hop(301, mid), hop(308, end), hop(200, null)])).toBe(end);
  expect(movedTo(FROM, [hop(301, mid), hop(302, end), hop(200, null)])).toBe(mid);
  expect(movedTo(FROM, [hop(302, end), hop(200, null)])).toBeNull();
  expect(movedTo(FROM, [hop(200, null)])).toBeNull();
  expect(
    movedTo(FROM, [hop(301, 'https://a.example/old?utm_source=x'), hop(200, null)]),
  ).toBeNull();
});

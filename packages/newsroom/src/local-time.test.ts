import { expect, it } from 'vitest';
import { isoIn, rfc822In, visibleIn } from './local-time.ts';

const summer = Date.UTC(2026, 6, 1, 12, 5, 9);

it('writes times with the offset of the place', () => {
  expect(isoIn('Europe/London', summer)).toBe('2026-07-01T13:05:09+01:00');
  expect(isoIn('Africa/Abidjan', summer)).toBe('2026-07-01T12:05:09+00:00');
  expect(isoIn('America/St_Johns', summer)).toBe('2026-07-01T09:35:09-02:30');
  expect(rfc822In('Africa/Algiers', summer)).toBe('Wed, 01 Jul 2026 13:05:09 +0100');
});

it('writes dates for readers in their language', () => {
  expect(visibleIn('Africa/Tunis', 'ar', summer)).toContain('2026');
  expect(visibleIn('Africa/Tunis', 'fr', summer)).toMatch(/mercredi 1 juillet 2026/);
});

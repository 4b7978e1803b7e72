import { expect, it } from 'vitest';
import { readBells } from './bells.ts';
import { isQuiet, readQuiet } from './quiet.ts';

it.each([
  ['22-7', '2026-03-01T23:00:00Z', true],
  ['22-7', '2026-03-01T06:59:00Z', true],
  ['22-7', '2026-03-01T07:00:00Z', false],
  ['9-17', '2026-03-01T12:00:00Z', true],
  ['22-7 America/New_York', '2026-03-02T03:30:00Z', true],
  ['22-7 America/New_York', '2026-03-02T02:30:00Z', false],
  ['', '2026-03-01T23:00:00Z', false],
])('of %s at %s: quiet is %s', (text, at, quiet) => {
  expect(isQuiet(readQuiet(text), new Date(at))).toBe(quiet);
});

it.each(['25-7', 'night', '22-7 Nowhere/Town'])('does not know the hours «%s»', (text) => {
  expect(() => readQuiet(text)).toThrow(RangeError);
});

it('knows where to tell by its form, and names none by what opens it', () => {
  const bells = readBells(
    'webhook:https://a.example/s3cret slack:https://b.example/s3cret telegram:https://c.example/bots3cret?chat_id=1 smtps://u:s3cret@d.example/?from=a@d.example&to=b@d.example',
  );
  expect(bells.map(({ name }) => name)).toEqual([
    'webhook a.example',
    'slack b.example',
    'telegram c.example',
    'mail d.example',
  ]);
  for (const text of ['https://a.example/s3cret', 'smtp://d.example/', 'pigeon:x'])
    expect(() => readBells(text)).toThrow(/^number 1 is none of/);
});

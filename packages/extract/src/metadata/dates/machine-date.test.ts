import { describe, expect, it } from 'vitest';
import { readMachineDate } from './machine-date.ts';

const show = (text: string) => {
  const date = readMachineDate(text);
  return date && [new Date(date.local).toISOString().slice(0, 19), date.offset, date.precision];
};

describe('readMachineDate', () => {
  it.each([
    ['2024-01-30T14:13:12.269Z', ['2024-01-30T14:13:12', 0, 'second']],
    ['2024-01-30T14:13+01:00', ['2024-01-30T14:13:00', 60, 'minute']],
    ['2024-01-30 14:13:12 +0530', ['2024-01-30T14:13:12', 330, 'second']],
    ['2024-01-30T14:13:12.0000000Z', ['2024-01-30T14:13:12', 0, 'second']],
    ['2024-01-30 14:13', ['2024-01-30T14:13:00', null, 'minute']],
    ['2024/01/30', ['2024-01-30T00:00:00', null, 'day']],
    ['20240130', ['2024-01-30T00:00:00', null, 'day']],
    ['Tue, 30 Jan 2024 14:13:12 GMT', ['2024-01-30T14:13:12', 0, 'second']],
    ['Tue Jan 30 14:13:12 CET 2024', ['2024-01-30T14:13:12', 60, 'second']],
    ['Tue Jan 30 2024 14:13:12 GMT+0200 (EET)', ['2024-01-30T14:13:12', 120, 'second']],
    ['January 30, 2024 2:13 PM', ['2024-01-30T14:13:00', null, 'minute']],
    ['1706623992', ['2024-01-30T14:13:12', 0, 'second']],
  ])('reads %s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it.each(['', 'yesterday', '2024-06-31', '30', '1234-01-01', 'Juin 2024', '2024-13-01T10:00Z'])(
    'refuses %s',
    (text) => expect(readMachineDate(text)).toBeNull(),
  );
});

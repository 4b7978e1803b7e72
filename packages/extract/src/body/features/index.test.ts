import { expect, it } from 'vitest';
import { ROW_NAMES } from '../model.ts';

it('names every column once, since models find their columns by name', () => {
  expect(new Set(ROW_NAMES).size).toBe(ROW_NAMES.length);
});

import type { JudgedQuery } from './judge.ts';

export const after: readonly JudgedQuery[] = [];

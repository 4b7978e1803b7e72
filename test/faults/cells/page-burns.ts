import { convicting } from '../convicting.ts';

export const pageBurns = convicting(
  'page-burns',
  'this page burns the processor',
  'PARSE_TOO_LONG',
);

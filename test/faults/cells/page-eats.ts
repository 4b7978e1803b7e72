import { convicting } from '../convicting.ts';

export const pageEats = convicting('page-eats', 'this page eats all memory', 'STALLED');

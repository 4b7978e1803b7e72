import { wrongClock } from '../wrong-clock.ts';

export const clockFetch = wrongClock('fetch');

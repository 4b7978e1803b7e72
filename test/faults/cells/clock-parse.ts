import { wrongClock } from '../wrong-clock.ts';

export const clockParse = wrongClock('parse');

import { wrongClock } from '../wrong-clock.ts';

export const clockScheduler = wrongClock('scheduler');

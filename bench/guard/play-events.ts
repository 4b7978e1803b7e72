import { DAYS, EVENTS, type EventName } from './events.ts';
import { playMonths } from './month.ts';

/** `node bench/guard/play-events.ts [publishers] [seeds]`: of so many publishers that an event befalls, how many alarm the guard. */
const [publishers = '100', seeds = '2'] = process.argv.slice(2);
for (const name of Object.keys(EVENTS) as EventName[]) {
  const all = Array.from({ length: Number(seeds) }, (_, at) =>
    playMonths(Number(publishers), DAYS, 11 + at, EVENTS[name]).wrong.map((it) => ({ ...it, at })),
  ).flat();
  const alarmed = new Set(all.map(({ publisher, at }) => `${at}/${publisher}`)).size;
  const fields: Record<string, number> = {};
  for (const it of all.flatMap((alarm) => alarm.fields)) fields[it] = (fields[it] ?? 0) + 1;
  console.log(name.padEnd(24), `${all.length} alarms,`, alarmed, JSON.stringify(fields));
}

/** Loaded before a service: all that it asks for the time is told an hour too much, as long as a file is there. */
import { existsSync } from 'node:fs';

const HOUR_MS = 3_600_000;
const LOOK_MS = 100;
const { now } = Date;
const Right = Date;
const file = process.env['WRONG_CLOCK'] ?? '';
let isWrong = existsSync(file);
setInterval(() => {
  isWrong = existsSync(file);
}, LOOK_MS).unref();
const ahead = () => now() + (isWrong ? HOUR_MS : 0);

globalThis.Date = new Proxy(Right, {
  construct: (_, args: []) => (args.length === 0 ? new Right(ahead()) : new Right(...args)),
  apply: () => new Right(ahead()).toString(),
  get: (target, name) => (name === 'now' ? ahead : Reflect.get(target, name)),
});

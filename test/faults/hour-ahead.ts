/** Loaded before a service: all that it asks for the time is told an hour too much. */
const HOUR_MS = 3_600_000;
const { now } = Date;
const Right = Date;
const ahead = () => now() + HOUR_MS;

globalThis.Date = new Proxy(Right, {
  construct: (_, args: []) => (args.length === 0 ? new Right(ahead()) : new Right(...args)),
  apply: () => new Right(ahead()).toString(),
  get: (target, name) => (name === 'now' ? ahead : Reflect.get(target, name)),
});

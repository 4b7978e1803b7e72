import { type Check, fail, ok, warn } from './check.ts';

const PATIENCE_MS = 3_000;

/** Whether the services that were started here say that they can work. */
export async function checkServices(ports: Readonly<Record<string, number>>): Promise<Check[]> {
  const names = Object.keys(ports).filter(
    (name) => !['postgres', 'redis', 'ops', 'portal'].includes(name),
  );
  return Promise.all(
    names.map(async (name) => {
      const address = `http://127.0.0.1:${ports[name]}/readyz`;
      const said = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
        (answer) => answer.text(),
        () => 'no answer',
      );
      const advice = `Its log says more: logs/${name}.log in the data folder.`;
      if (said.trim() === 'ready') return ok(name, `ready on port ${ports[name]}`);
      return (said.startsWith('ready') ? warn : fail)(name, said.trim(), advice);
    }),
  );
}

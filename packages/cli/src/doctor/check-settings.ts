import { readEnv } from '@nashra/env';
import { shapeOf } from '@nashra/stack';
import { SERVICES } from '../up/services.ts';
import { type Check, fail, ok } from './check.ts';
import { judgeNames } from './judge-names.ts';

type Settings = Readonly<Record<string, string | undefined>>;

/** Every setting that is given, by the schemas that the services themselves read at their start. */
export async function checkSettings(env: Settings): Promise<Check[]> {
  const shapes = await Promise.all(
    SERVICES.map(async (name) => ({ name, shape: await shapeOf(name) })),
  );
  const readers = new Map<string, string[]>();
  const bad = new Map<string, string>();
  for (const { name, shape } of shapes) {
    for (const [variable, schema] of Object.entries(shape)) {
      readers.set(variable, [...(readers.get(variable) ?? []), name]);
      const problem = env[variable]?.trim() ? problemOf(variable, schema as Schema, env) : null;
      if (problem) bad.set(variable, problem);
    }
  }
  const found = [
    ...[...bad].map(([variable, problem]) =>
      fail(
        'Settings',
        `${variable}: ${problem}`,
        `${(readers.get(variable) ?? []).join(', ')} will not start with it: ${cureOf(variable, env)}.`,
      ),
    ),
    ...judgeNames(Object.keys(env), [...readers.keys()]),
  ];
  return found.length > 0 ? found : [ok('Settings', 'as the services read them')];
}

type Schema = Parameters<typeof readEnv>[0][string];

/** What the schema says, which never repeats the value: it may be a secret. */
function problemOf(variable: string, schema: Schema, env: Settings): string | null {
  try {
    readEnv({ [variable]: schema }, { ...env });
    return null;
  } catch (error) {
    const [, said = 'not as expected'] = `${error}`.split(`  ${variable}: `);
    return said;
  }
}

function cureOf(variable: string, env: Settings): string {
  if (/^\s*(["']).*\1\s*$/s.test(env[variable] ?? '')) return 'take the quotes off its value';
  if (/_URL$/.test(variable))
    return `write it scheme://user:password@host:port/name, with special characters of the password as %XX, or the password in ${variable.replace(/URL$/, 'PASSWORD')}`;
  return `change ${variable}, or take it away for the usual value (docs/operating.md)`;
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';

export const PROJECT = resolve(import.meta.dirname, '..', '..');

export type Variables = Readonly<Record<string, string>>;

export interface Mount {
  /** A named volume, or a path of the project. */
  readonly from: string;
  /** In the container. */
  readonly to: string;
}

/** A service of the compose file, as compose would start it. */
export interface Container {
  readonly name: string;
  readonly isOurs: boolean;
  /** The image's own and what the file adds. */
  readonly environment: Variables;
  readonly command: readonly string[];
  readonly needs: readonly string[];
  readonly mounts: readonly Mount[];
  /** Started by `up` without a profile. */
  readonly isUsual: boolean;
}

interface Entry {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
}

/** The containers of docker-compose.yml under an `.env` of this text, in an order in which each finds what it needs. */
export function readComposeFile(dotEnv: string): Container[] {
  const text = readFileSync(join(PROJECT, 'docker-compose.yml'), 'utf8');
  const variables = parseEnv(dotEnv) as Variables;
  const file = interpolate(parse(text, { merge: true }), variables);
  const { services } = file as { services: Readonly<Record<string, Entry>> };
  const image = readImage();
  const containers = Object.entries(services).map(([name, entry]): Container => {
    const isOurs = entry.image === 'nashra:latest';
    const own = Object.entries(entry.environment ?? {}).flatMap(([key, value]) => {
      const given = value ?? variables[key];
      return given === undefined ? [] : [[key, String(given)]];
    });
    return {
      name,
      isOurs,
      environment: { ...(isOurs && image.environment), ...Object.fromEntries(own) },
      command: [...(entry.entrypoint ?? []), ...(entry.command ?? (isOurs ? image.command : []))],
      needs: Object.keys(entry.depends_on ?? {}),
      mounts: (entry.volumes ?? []).map((volume) => {
        const [from = '', to = ''] = volume.split(':');
        return { from, to };
      }),
      isUsual: !entry.profiles,
    };
  });
  return inOrder(containers);
}

/** What the Dockerfile gives to every container of ours. */
export function readImage() {
  const text = readFileSync(join(PROJECT, 'infra/docker/Dockerfile'), 'utf8').replaceAll(
    '\\\n',
    ' ',
  );
  const last = (instruction: RegExp): string[] =>
    JSON.parse([...text.matchAll(instruction)].at(-1)?.[1] ?? '[]');
  const pairs = [...text.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
    [...line.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  return {
    environment: Object.fromEntries(pairs) as Variables,
    command: last(/^CMD (.*)$/gm),
    healthcheck: last(/^HEALTHCHECK .*CMD (.*)$/gm),
  };
}

/** `${A}`, `${A:-default}`, `${A:?why not}` and `$$` in every text of the file; nothing in a value is looked at again. */
function interpolate(value: unknown, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((it) => interpolate(it, variables));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, it]) => [key, interpolate(it, variables)]),
    );
  }
  if (typeof value !== 'string') return value;
  return value.replaceAll(/\$\$|\$\{(\w+)(?:(:[-?])([^}]*))?\}/g, (all, name, rule, rest) => {
    if (all === '$$') return '$';
    const given = variables[name] || undefined;
    if (given === undefined && rule === ':?') throw new Error(`${name}: ${rest}`);
    return given ?? (rule === ':-' ? rest : '');
  });
}

function inOrder(containers: readonly Container[]): Container[] {
  const ordered: Container[] = [];
  const add = (container: Container): void => {
    if (ordered.includes(container)) return;
    for (const name of container.needs) add(containers.find((it) => it.name === name) as Container);
    ordered.push(container);
  };
  for (const container of containers) add(container);
  return ordered;
}

import type { Ids } from './ids.ts';
import { isId } from './ids.ts';

/** What the model does not know, or says in words of its own. */
const UNTOLD: ReadonlySet<string> = new Set([
  'signature',
  'nextPollAt',
  'omissions',
  'pace',
  'head',
  'rules',
  'headers',
  'claimedAt',
  'createdAt',
]);
/** Instants that went through JavaScript lose their microseconds, numbers of Postgres some places. */
const CLOSE_MS = 1.5;
const CLOSE = 1e-4;

/** In what the answers of the model and of the database differ, as a path; null where in nothing. New ids are bound as they come. */
export function differ(model: unknown, real: unknown, ids: Ids, path = ''): string | null {
  const said = () =>
    `${path || 'it'}: the model says ${brief(model)}, the database ${brief(ids.toModel(real))}`;
  if (model === undefined || model === null) return (real ?? null) === null ? null : said();
  if (real === undefined || real === null) return said();
  if (isId(model) && isId(real)) return ids.bind(model, real) ? null : said();
  if (typeof model === 'number' && typeof real === 'number') {
    const gap = Math.abs(model - real);
    const isClose = gap <= CLOSE * Math.abs(model) && Math.abs(model) < 1e9;
    return gap <= (Math.abs(model) > 1e9 ? CLOSE_MS : 0) || isClose ? null : said();
  }
  if (model instanceof Date && real instanceof Date) return differ(+model, +real, ids, path);
  if (ArrayBuffer.isView(model) && ArrayBuffer.isView(real)) {
    return Buffer.compare(model as Buffer, real as Buffer) === 0 ? null : said();
  }
  if (model instanceof Map && real instanceof Map) return differMaps(model, real, ids, path);
  if (model instanceof Set && real instanceof Set) return differ([...model], [...real], ids, path);
  if (Array.isArray(model) && Array.isArray(real)) return differArrays(model, real, ids, path);
  if (typeof model === 'object' && typeof real === 'object') {
    for (const name of Object.keys(model)) {
      if (UNTOLD.has(name)) continue;
      const found = differ(valueIn(model, name), valueIn(real, name), ids, `${path}.${name}`);
      if (found) return found;
    }
    return null;
  }
  return Object.is(model, real) ? null : said();
}

const valueIn = (of: object, name: string): unknown =>
  (of as Readonly<Record<string, unknown>>)[name];

function differMaps(
  model: ReadonlyMap<unknown, unknown>,
  real: ReadonlyMap<unknown, unknown>,
  ids: Ids,
  path: string,
): string | null {
  const translated = new Map([...real].map(([key, value]) => [ids.toModel(key), value]));
  if (model.size !== translated.size) return `${path}: of ${model.size}, not ${translated.size}`;
  for (const [key, value] of model) {
    if (!translated.has(key)) return `${path}: ${String(key)} is not there`;
    const found = differ(value, translated.get(key), ids, `${path}[${String(key)}]`);
    if (found) return found;
  }
  return null;
}

/** In the same order where ids come new with it; else as a set, since Postgres promises none. */
function differArrays(
  model: readonly unknown[],
  real: readonly unknown[],
  ids: Ids,
  path: string,
): string | null {
  if (model.length !== real.length) {
    return `${path}: ${brief(model)}, not ${brief(ids.toModel(real))}`;
  }
  const byName = (value: unknown) => JSON.stringify(value) ?? '';
  // Numbers that are no ids are a list, not rows.
  const isList = real.every((it) => typeof it === 'number' && !isId(it));
  const isKnown = !isList && ids.knows(real);
  const ordered = (rows: readonly unknown[]) =>
    rows.toSorted((a, b) => (byName(a) < byName(b) ? -1 : 1));
  const [left, right] = isKnown
    ? [ordered(model), ordered(real.map((it) => ids.toModel(it)))]
    : [model, real];
  for (const [at, value] of left.entries()) {
    const other = right[at];
    if (isKnown && isId(value) && isId(other)) {
      if (value !== other) return `${path}: ${value} is not there`;
      continue;
    }
    const found = isKnown
      ? differ(value, ids.toReal(other), ids, `${path}[${at}]`)
      : differ(value, other, ids, `${path}[${at}]`);
    if (found) return found;
  }
  return null;
}

function brief(value: unknown): string {
  const text =
    JSON.stringify(value, (_, it) => (it instanceof Map ? [...it] : it)) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

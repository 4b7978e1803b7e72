import { maskSecrets } from './mask-secrets.ts';

/** What may be known of an error: nothing else of it is ever written down, since drivers hang whole commands on theirs. */
export interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorFacts;
  /** Of an AggregateError or SuppressedError. */
  readonly errors?: readonly ErrorFacts[];
  /** `code`, and what Postgres says of where it happened, never of the values. */
  readonly [field: string]: unknown;
}

const FIELDS = [
  'code',
  'severity',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
] as const;
const MAX = { name: 200, message: 4_000, stack: 16_000, depth: 4, errors: 5 } as const;

/** The facts of whatever was thrown, its causes too, with logins masked and everything bounded. */
export function errorFacts(thrown: unknown): ErrorFacts {
  return factsOf(thrown, 0);
}

export function isError(value: unknown): value is Error {
  return Error.isError(value) || value instanceof Error;
}

function factsOf(thrown: unknown, depth: number): ErrorFacts {
  if (typeof thrown !== 'object' || thrown === null) {
    return { type: typeof thrown, message: clean(String(thrown), MAX.message) };
  }
  const stack = read(thrown, 'stack');
  const facts: Record<string, unknown> = {
    type: clean(read(thrown, 'name') || typeNameOf(thrown), MAX.name),
    message: clean(read(thrown, 'message'), MAX.message),
    ...(stack && { stack: clean(stack, MAX.stack) }),
  };
  for (const field of FIELDS) {
    const value = read(thrown, field);
    if (value) facts[field] = clean(value, MAX.name);
  }
  if (depth < MAX.depth) {
    const below = (cause: unknown) => factsOf(cause, depth + 1);
    const cause = get(thrown, 'cause');
    if (cause !== undefined && cause !== null) facts['cause'] = below(cause);
    const errors = severalIn(thrown);
    if (errors.length > 0) facts['errors'] = errors.slice(0, MAX.errors).map(below);
  }
  return facts as unknown as ErrorFacts;
}

/** What a failed disposal brings along is as telling as what it stands for. */
function severalIn(thrown: object): readonly unknown[] {
  const errors = get(thrown, 'errors');
  if (Array.isArray(errors)) return errors;
  return ['error', 'suppressed'].map((name) => get(thrown, name)).filter(isError);
}

function typeNameOf(thrown: object): string {
  const maker = get(thrown, 'constructor');
  return typeof maker === 'function' ? maker.name : 'Object';
}

/** Texts and numbers only, as text. */
function read(from: object, name: string): string {
  const value = get(from, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A getter may throw, and a log must not. */
function get(from: object, name: string): unknown {
  try {
    return (from as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

function clean(text: string, max: number): string {
  const masked = maskSecrets(text);
  return masked.length <= max ? masked : `${masked.slice(0, max - 1).toWellFormed()}…`;
}

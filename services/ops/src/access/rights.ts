import { OPS_ROLES, type Scope } from '@nashra/audit';
import type { OpsRole } from '@nashra/db';

/** Who asks: by a session, a password or a token. */
export interface Operator {
  readonly name: string;
  readonly role: OpsRole;
  /** Of a token, which reaches no further; null for a person. */
  readonly scopes: readonly string[] | null;
}

/** What a route asks of who asks for it. */
export interface Right {
  readonly role: OpsRole;
  /** Null: not by a token. */
  readonly scope: Scope | null;
}

/** All that can be done here, and who may: the one table that pages, API and tests go by. */
export const RIGHTS = {
  look: { role: 'viewer', scope: 'read' },
  own: { role: 'viewer', scope: null },
  failures: { role: 'operator', scope: 'failures' },
  sources: { role: 'operator', scope: 'sources' },
  desk: { role: 'operator', scope: 'sources' },
  queues: { role: 'operator', scope: null },
  people: { role: 'admin', scope: 'people' },
} as const satisfies Readonly<Record<string, Right>>;

export function hasRole({ role }: Pick<Operator, 'role'>, least: OpsRole): boolean {
  return OPS_ROLES.indexOf(role) >= OPS_ROLES.indexOf(least);
}

export function may(operator: Operator, { role, scope }: Right): boolean {
  const { scopes } = operator;
  const isInScope = scopes === null || (scope !== null && scopes.includes(scope));
  return isInScope && hasRole(operator, role);
}

/** What a request needs whose route says nothing: to read is everybody's, to write is nobody's but an admin's. */
export function rightOf(method: string, path: string, said: Right | undefined): Right {
  if (said) return said;
  const reads = method === 'GET' || method === 'HEAD';
  if (reads) return RIGHTS.look;
  return path.startsWith('/queues/') ? RIGHTS.queues : { role: 'admin', scope: null };
}

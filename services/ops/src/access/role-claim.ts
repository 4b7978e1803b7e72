import { OPS_ROLES } from '@nashra/audit';
import type { OpsRole } from '@nashra/db';

/** Values of a claim and the role that each gives; `*` is everybody who signs on. */
export type RoleOf = readonly (readonly [value: string, role: OpsRole])[];

/**
 * From `admin=ops-admins operator=ops,editors viewer=*`.
 *
 * @throws Error for what is no role
 */
export function readRoles(text: string): RoleOf {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part): [string, OpsRole][] => {
      const [role = '', values = ''] = part.split(/=(.*)/s);
      if (!(OPS_ROLES as readonly string[]).includes(role) || values === '')
        throw new Error(`${part} is not like admin=group`);
      return values.split(',').map((value) => [value, role as OpsRole]);
    });
}

/** The highest role that a claim gives, a text or a list of texts; null for none. */
export function roleIn(claim: unknown, roles: RoleOf): OpsRole | null {
  const said = new Set([claim].flat().filter((it) => typeof it === 'string'));
  const given = roles.filter(([value]) => value === '*' || said.has(value)).map(([, role]) => role);
  return OPS_ROLES.findLast((role) => given.includes(role)) ?? null;
}

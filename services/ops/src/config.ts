import { readEnv, secret } from '@nashra/env';
import { serviceEnv } from '@nashra/service';
import { z } from 'zod';
import { readRoles } from './access/role-claim.ts';
import { readBells } from './alarms/bells.ts';
import { readQuiet } from './alarms/quiet.ts';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  /** Where the dashboards listen, on HOST; PORT is for health and metrics alone. */
  OPS_PORT: z.coerce.number().int().min(0).max(65_535).default(7100),
  OPS_USER: z.string().min(1).max(100).default('operator'),
  /** Generated at the first start, and kept in NASHRA_DATA, when absent. */
  OPS_PASSWORD: secret(z.string().min(8).max(200)).optional(),
  /** Joins the password's salt. */
  OPS_SECRET: secret(z.string().min(32)).optional(),
  /** Names under which the dashboards are served beside loopback, as browsers write them: `ops.example`, by commas. */
  OPS_HOSTS: z.string().max(2_000).default(''),
  /** Believe X-Forwarded-For and -Proto: only behind a proxy that sets them itself. */
  OPS_TRUST_PROXY: z.stringbool().default(false),
  /** Within so many seconds of their publication 19 of 20 articles should be rows. */
  OPS_LAG_SECONDS: z.coerce.number().int().min(1).max(604_800).default(1_800),
  /** Where operators are told of what needs them, apart by white space; see docs/operating.md. */
  OPS_ALARM_TO: secret(
    z
      .string()
      .max(10_000)
      .refine((it) => isRead(() => readBells(it))),
  ).optional(),
  /** Hours in which only what stands still is told: `22-7`, `22-7 Africa/Casablanca`. */
  OPS_ALARM_QUIET: z
    .string()
    .refine((it) => isRead(() => readQuiet(it)), 'is not like 22-7 Africa/Casablanca')
    .default(''),
  /** A provider of OpenID Connect that people sign on at; its address as it names itself. */
  OPS_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OPS_OIDC_CLIENT_ID: z.string().min(1).max(200).default('nashra'),
  /** None for a public client: PKCE is used either way. */
  OPS_OIDC_SECRET: secret(z.string().min(1).max(1_000)).optional(),
  OPS_OIDC_SCOPE: z.string().min(1).max(400).default('openid profile email'),
  /** The claim of the token that says what somebody may. */
  OPS_OIDC_CLAIM: z.string().min(1).max(200).default('groups'),
  /** Which of its values gives which role: `admin=chiefs operator=ops,editors viewer=*`. */
  OPS_OIDC_ROLES: z
    .string()
    .max(4_000)
    .refine((it) => isRead(() => readRoles(it)), 'is not like admin=group operator=group,group')
    .default(''),
  /** As people know the provider. */
  OPS_OIDC_NAME: z.string().min(1).max(60).default('OpenID Connect'),
  NASHRA_DATA: z.string().min(1).default('.nashra'),
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

import { type Secret, secret, USER_AGENT } from '@nashra/env';
import { MAX_BACKLOG } from '@nashra/pipeline';
import { z } from 'zod';
import { tracingEnv } from './tracing/tracing-config.ts';

/** What every service reads from its environment; a service's config.ts adds its own. */
export const serviceEnv = {
  DATABASE_URL: secret(z.url({ protocol: /^postgres(ql)?$/ })),
  REDIS_URL: secret(z.url({ protocol: /^rediss?$/ })),
  /** Of any characters, unescaped: they are put into the addresses where those have none. */
  DATABASE_PASSWORD: secret(z.string()).optional(),
  REDIS_PASSWORD: secret(z.string()).optional(),
  /** First part of every Redis key: two installations may share one Redis. */
  NASHRA_PREFIX: z
    .string()
    .regex(/^[\w.-]+$/)
    .default('nashra'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Where /healthz, /readyz and /metrics listen. Port 0 takes a free one and logs it. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  ...tracingEnv,
} as const;

export interface ServiceConfig {
  readonly DATABASE_URL: Secret;
  readonly REDIS_URL: Secret;
  readonly NASHRA_PREFIX: string;
  readonly LOG_LEVEL: string;
  readonly HOST: string;
  readonly PORT: number;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: Secret | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG?: number | undefined;
}

const ms = (initial: number) => z.coerce.number().int().min(1).default(initial);

/** The pace of the crawl: read by every service that releases or fetches, from the same variables. */
export const paceEnv = {
  /** Pause between the starts of two requests to one host. */
  HOST_INTERVAL_MS: ms(1_000),
  TICK_MS: ms(1_000),
  /** Parse jobs waiting: with more than this many nothing new is released. */
  MAX_BACKLOG: z.coerce.number().int().min(1).default(MAX_BACKLOG),
} as const;

/** What dedupe remembers and the scheduler sweeps: read by both, from the same variable. */
export const storyEnv = {
  /** Texts are compared with those of so many days, which also teach what is said every day. */
  STORY_MEMORY_DAYS: z.coerce.number().int().min(3).max(60).default(7),
} as const;

/** How long what passes is left alone: read by every service that ends flights or begins them. */
export const passingEnv = {
  /** First pause before an address that came to nothing for now is asked for again; it doubles up to a day. */
  PASSING_RETRY_MS: ms(600_000),
  /** «Not modified» is believed this long, then the document is asked for whole. */
  UNCONDITIONAL_MS: ms(86_400_000),
} as const;

/** The way into the web: read by every service that asks or sends there. */
export const webEnv = {
  USER_AGENT: z.string().min(1).default(USER_AGENT),
  /** Hosts or IPs, by commas, that may lie in private networks; `*` for all. Tests and the demo. */
  FETCH_ALLOW_PRIVATE: z.string().default(''),
  /** Where connections go instead: `host:port=ip:port` by commas, `*` for any. */
  NASHRA_CONNECT_TO: z.string().default(''),
  /** PEM file of certificates to trust instead of the system's. */
  FETCH_CA_FILE: z.string().optional(),
} as const;

/** Where bodies lie: read by every service that keeps or reads them. */
export const blobsEnv = {
  /** A folder that these services share, or `s3://bucket/prefix`; several, with commas, while bytes move. */
  NASHRA_BLOBS: z.string().min(1),
} as const;

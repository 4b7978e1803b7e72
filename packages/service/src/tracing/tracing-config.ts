import { type Secret, secret } from '@nashra/env';
import { z } from 'zod';

/** By the names of OpenTelemetry; without an endpoint nothing of tracing is loaded. */
export const tracingEnv = {
  /** Of a receiver of OTLP over HTTP, without /v1/traces. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: secret(z.string()).optional(),
  /** Share of flights that are traced. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
} as const;

export interface TracingConfig {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: Secret | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}

export type { AnswerWarning, Hop, HttpAnswer, Timings } from './answer.ts';
export { type DnsOptions, dnsResolver } from './dns.ts';
export { FetchError, type FetchErrorCode } from './fetch-error.ts';
export { createFetcher, type Fetcher, type FetcherOptions, type GetOptions } from './fetcher.ts';
export type { AllowPrivate } from './guard.ts';
export { defaultLimits, type FetchLimits } from './limits.ts';
export { isPublicIp } from './public-ip.ts';
export { connectTo, type Destination, type Resolver } from './resolver.ts';
export { retryAfterMs } from './retry-after.ts';

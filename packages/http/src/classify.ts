import { errors } from 'undici';
import { FetchError, type FetchErrorCode } from './fetch-error.ts';

/** How far the exchange had come: a socket that closes means something else before the head than within the body. */
export type Phase = 'head' | 'body';

const BY_CODE: Readonly<Record<string, FetchErrorCode>> = {
  UND_ERR_CONNECT_TIMEOUT: 'TIMEOUT',
  UND_ERR_HEADERS_TIMEOUT: 'TIMEOUT',
  UND_ERR_BODY_TIMEOUT: 'TIMEOUT',
  ETIMEDOUT: 'TIMEOUT',
  UND_ERR_HEADERS_OVERFLOW: 'TOO_LARGE',
  HPE_HEADER_OVERFLOW: 'TOO_LARGE',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'TOO_LARGE',
  Z_BUF_ERROR: 'TRUNCATED',
  ENOTFOUND: 'DNS',
  EAI_AGAIN: 'DNS',
  EPROTO: 'TLS',
};

/** Fields, and those after a body, past their bound. */
const HEAD_OVERFLOW = /_HEADERS?_OVERFLOW$/;

/** OpenSSL and Node name certificate trouble in many ways; these parts are common to them. */
const TLS_CODE =
  /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CRL_|HOSTNAME_MISMATCH|INVALID_CA)/;
const DECODE_CODE = /^(Z_|ERR_(BROTLI|_ERROR_FORMAT|ZLIB)|ZSTD_|ERR__ERROR)/;

/** Turns whatever undici, sockets, TLS and zlib throw into the one closed set of codes. */
export function classify(error: unknown, phase: Phase): FetchError {
  if (error instanceof FetchError) return error;
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return new FetchError(fetchCode(cause, code, phase), code ? `${message} (${code})` : message, {
    cause: error,
    ofHead: HEAD_OVERFLOW.test(code),
  });
}

function fetchCode(error: unknown, code: string, phase: Phase): FetchErrorCode {
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (TLS_CODE.test(code)) return 'TLS';
  if (DECODE_CODE.test(code)) return 'DECODE';
  // Several lengths, or one beside chunks, have been refused by then.
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return phase === 'body' ? 'TRUNCATED' : 'PROTOCOL';
  }
  // The connection was announced to close, and did so within the body.
  if (phase === 'body' && error instanceof Error && /invalid eof state/i.test(error.message)) {
    return 'TRUNCATED';
  }
  if (error instanceof errors.HTTPParserError || code.startsWith('HPE_')) return 'PROTOCOL';
  if (error instanceof errors.SocketError && /^bad (upgrade|response)$/.test(error.message))
    return 'PROTOCOL';
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED') return 'PROTOCOL';
  return phase === 'head' ? 'CONNECT' : 'TRUNCATED';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

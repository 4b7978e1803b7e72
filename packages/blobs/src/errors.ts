import { PipelineError } from '@nashra/errors';

/** What lies under a key is not what was stored. Delete it and fetch again: waiting does not help. */
export class BlobCorruptError extends PipelineError {
  override name = 'BlobCorruptError';
  readonly code = 'BLOB_CORRUPT';
  readonly retry = 'never';

  constructor(sha256: string, options?: ErrorOptions) {
    super(`blob ${sha256} is corrupt`, options);
  }
}

/** Stored bytes are larger than the reader allows. */
export class BlobTooLargeError extends PipelineError {
  override name = 'BlobTooLargeError';
  readonly code = 'BLOB_TOO_LARGE';
  readonly retry = 'never';

  constructor(sha256: string, maxBytes: number, options?: ErrorOptions) {
    super(`blob ${sha256} holds more than ${maxBytes} bytes`, options);
  }
}

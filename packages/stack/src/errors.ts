/** The embedded servers cannot be started; the message says what to do, in one line. */
export class StackError extends Error {
  override name = 'StackError';
  readonly code: StackErrorCode;

  constructor(code: StackErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Stable words for scripts: messages may change, codes may not. */
export type StackErrorCode =
  | 'DATA_FOLDER'
  | 'STACK_RUNNING'
  | 'POSTGRES_FAILED'
  | 'POSTGRES_USER'
  | 'POSTGRES_VERSION'
  | 'REDIS_FAILED'
  | 'REDIS_MISSING';

import { describe, expect, it } from 'vitest';
import { environmentFault } from './environment.ts';
import { EnvironmentError, WaitError } from './index.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const postgres = (code: string) => error('refused', { severity: 'ERROR', code });

describe('environmentFault', () => {
  it.each([
    [postgres('25006'), 'postgres: read-only'],
    [postgres('42703'), 'postgres: its schema is not that of this version'],
    [postgres('53300'), 'postgres: no resources left'],
    [postgres('57P01'), 'postgres: shutting down or starting'],
    [error('Connection terminated unexpectedly'), 'postgres: no answer'],
    [error('OOM command not allowed when used memory'), 'redis: at its memory limit'],
    [error('READONLY You can’t write against a read only replica.'), 'redis: read-only'],
    [error('Command timed out'), 'redis: no answer'],
    [error('', { code: 'ENOSPC', syscall: 'write', path: '/blobs/a' }), 'disk: no space left'],
    // A write to an open file names none.
    [error('', { code: 'ENOSPC', syscall: 'write' }), 'disk: no space left'],
    [new EnvironmentError('s3: SlowDown'), 's3: SlowDown'],
    [error('', { code: 'ECONNREFUSED', syscall: 'connect' }), 'connect: ECONNREFUSED'],
  ])('names it: %o', (met, fault) => {
    expect(environmentFault(met)).toEqual({ what: fault, isDoubtful: false });
    expect(environmentFault(new Error('the stage failed', { cause: met }))?.what).toBe(fault);
  });

  it('does not believe for ever that a statement which takes too long is nobody’s doing', () => {
    expect(environmentFault(postgres('57014'))).toMatchObject({ isDoubtful: true });
  });

  it.each([
    postgres('22P02'),
    postgres('23505'),
    error('a blob is missing', { code: 'ENOENT', path: '/blobs/a' }),
    error('a publisher behind a wall', { code: 'EACCES', syscall: 'connect' }),
    error('anything'),
    new WaitError('HOST_BUSY', 10),
    'no error at all',
  ])('says nothing of the address’s own: %o', (met) => {
    expect(environmentFault(met)).toBeNull();
  });

  it('ends where causes go round', () => {
    const first = new Error('first');
    const second = new Error('second', { cause: first });
    first.cause = second;
    expect(environmentFault(first)).toBeNull();
  });
});

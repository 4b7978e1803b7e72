import { describe, expect, it } from 'vitest';
import { environmentFault, ownFault } from './environment.ts';
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
    [postgres('42501'), 'postgres: no permission'],
    [postgres('3D000'), 'postgres: the database is not there'],
    [postgres('26000'), 'postgres: what was prepared is gone'],
    [
      error('cached plan must not change result type', { severity: 'ERROR', code: '0A000' }),
      'postgres: what was prepared is gone',
    ],
    [error('BUSY Redis is busy running a script.'), 'redis: a script holds it'],
    [error('EXECABORT Transaction discarded because of previous errors.'), 'redis: not ready'],
    [error('UNBLOCKED force unblock, instance state changed'), 'redis: not ready'],
    [error('ERR max number of clients reached'), 'redis: no connections left'],
    [
      error('ERR Error running script (call to f_0a): @user_script:7: -READONLY You can’t write.'),
      'redis: read-only',
    ],
    [
      error('', { code: 'ENOTCONN', syscall: 'open', path: '/blobs/a' }),
      'disk: the disk went away',
    ],
    [error('expired', { code: 'CERT_HAS_EXPIRED' }), 'tls: CERT_HAS_EXPIRED'],
    [error('', { code: 'EADDRNOTAVAIL', syscall: 'connect' }), 'network: no port left'],
    // «localhost» has two addresses, and the error of all of them no system call.
    [
      new AggregateError([error('', { code: 'ECONNREFUSED', syscall: 'connect' }), error('')]),
      'connect: ECONNREFUSED',
    ],
  ])('names it: %o', (met, fault) => {
    expect(environmentFault(met)).toEqual({ what: fault, isDoubtful: false });
    expect(environmentFault(new Error('the stage failed', { cause: met }))?.what).toBe(fault);
  });

  it('does not believe for ever that a statement which takes too long is nobody’s doing', () => {
    expect(environmentFault(postgres('57014'))).toMatchObject({ isDoubtful: true });
  });

  it.each(['40P01', '40001', '25P03', '55006', 'XX002'])(
    'doubts what one address may bring about as well: %s',
    (code) => expect(environmentFault(postgres(code))).toMatchObject({ isDoubtful: true }),
  );

  it.each([
    postgres('22P02'),
    postgres('23505'),
    error('a blob is missing', { code: 'ENOENT', path: '/blobs/a' }),
    error('a publisher behind a wall', { code: 'EACCES', syscall: 'connect' }),
    error('a socket that closed', { code: 'ENOTCONN', syscall: 'shutdown' }),
    postgres('54000'),
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

describe('ownFault', () => {
  it.each([
    [error('', { code: 'EMFILE', syscall: 'connect' }), 'disk: too many open files'],
    [error('', { code: 'EADDRNOTAVAIL', syscall: 'connect' }), 'network: no port left'],
    [error('', { code: 'ENETDOWN', syscall: 'connect' }), 'network: it is down'],
  ])('is what this machine lacks, whoever was asked: %o', (met, what) => {
    expect(ownFault(new Error('no answer', { cause: met }))).toEqual({ what, isDoubtful: false });
  });

  it.each(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENOTFOUND', 'CERT_HAS_EXPIRED'])(
    'is nothing that the other side may have brought about: %s',
    (code) => expect(ownFault(error('', { code, syscall: 'connect' }))).toBeNull(),
  );
});

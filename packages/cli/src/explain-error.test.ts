import { FetchError } from '@nashra/http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-codes.ts';
import { explainError } from './explain-error.ts';

const coded = (code: string, more = {}) => Object.assign(new Error('said so'), { code, ...more });

describe('every error is one line that says what to do', () => {
  it.each([
    [new CliError('Nothing is running.', EXIT.notRunning), EXIT.notRunning, /Nothing is running/],
    [coded('ECONNREFUSED'), EXIT.notRunning, /DATABASE_URL/],
    [coded('3D000'), EXIT.notRunning, /nashra migrate/],
    [coded('42P01'), EXIT.failed, /nashra migrate/],
    [coded('ENOENT', { path: 'page.html' }), EXIT.failed, /page\.html/],
    [coded('ENOENT', { path: 'ftp://a.example/f' }), EXIT.failed, /Only http and https/],
    [
      Object.assign(new Error('WRONGPASS invalid'), { name: 'ReplyError' }),
      EXIT.notRunning,
      /refuses the login in REDIS_URL/,
    ],
    [new FetchError('BLOCKED_ADDRESS', 'it is private'), EXIT.failed, /FETCH_ALLOW_PRIVATE/],
    [new FetchError('TIMEOUT', 'no answer in 30 s'), EXIT.failed, /TIMEOUT/],
    [z.array(z.string()).safeParse([1]).error, EXIT.failed, /^Not as expected: 0: /],
    [new Error('Bad environment:\n  PORT: too large'), EXIT.usage, /PORT: too large/],
    [new Error('boom'), EXIT.failed, /boom.*DEBUG=1/],
    ['text', EXIT.failed, /text/],
  ])('%s', (error, exitCode, line) => {
    const explained = explainError(error);
    expect(explained.exitCode).toBe(exitCode);
    expect(explained.line).toMatch(line);
    expect(explained.line).not.toContain('\n');
  });
});

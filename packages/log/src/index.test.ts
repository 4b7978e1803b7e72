import { describe, expect, it } from 'vitest';
import { createLogger, errorFacts, errorText, maskSecrets } from './index.ts';

const SECRET = 's3cret-pa55';

/** As ioredis makes it when Redis refuses a password. */
const refused = () =>
  Object.assign(new Error('WRONGPASS invalid username-password pair'), {
    name: 'ReplyError',
    command: { name: 'auth', args: [SECRET] },
  });

/** The lines that a logger writes. */
function lines(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const keep = (line: string) => {
    text += line;
  };
  write(createLogger('test', 'debug', { write: keep }));
  return text;
}

describe('an error in a log', () => {
  it('is told by its facts, and by nothing that hangs on it', () => {
    const said = JSON.parse(lines((log) => log.warn({ err: refused() }, 'refused')));
    expect(said).toMatchObject({ level: 'warn', msg: 'refused', err: { type: 'ReplyError' } });
    expect(Object.keys(said.err)).toEqual(['type', 'message', 'stack']);
  });

  it.each<[string, (log: ReturnType<typeof createLogger>) => void]>([
    ['under another key', (log) => log.warn({ reason: refused() })],
    ['deep in the fields', (log) => log.warn({ jobs: [{ why: { error: refused() } }] })],
    ['in the place of the fields', (log) => log.error(refused())],
    ['with a message', (log) => log.error(refused(), 'said')],
    ['for a placeholder', (log) => log.error('because of %o', refused())],
    ['of a child logger', (log) => log.child({ err: refused() }).info('said')],
    ['as a cause', (log) => log.error({ err: new Error('outer', { cause: refused() }) })],
    ['among several', (log) => log.error({ err: new AggregateError([refused()], 'all') })],
    [
      'behind another',
      (log) => log.error({ err: new SuppressedError(refused(), new Error('close'), 'both') }),
    ],
    ['that is none', (log) => log.error({ err: { command: [SECRET], message: 'odd' } })],
  ])('keeps its secret %s', (_, write) => {
    const text = lines(write);
    expect(text).toMatch(/WRONGPASS|odd/);
    expect(text).not.toContain(SECRET);
  });

  it('says where in the database it happened, and not with which values', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      severity: 'ERROR',
      table: 'address',
      constraint: 'address_key',
      routine: '_bt_check_unique',
      detail: `Key (x)=(${SECRET}) already exists.`,
    });
    const { code, table, constraint, routine, severity } = errorFacts(error);
    expect([code, severity, table, constraint, routine]).toEqual([
      '23505',
      'ERROR',
      'address',
      'address_key',
      '_bt_check_unique',
    ]);
    expect(JSON.stringify(errorFacts(error))).not.toContain(SECRET);
  });

  it('is bounded, whatever it is made of', () => {
    const endless = new Error('x'.repeat(1_000_000));
    endless.cause = endless;
    const hostile = {
      get message() {
        throw new Error('no');
      },
    };
    const many = new AggregateError(Array.from({ length: 1_000 }, () => new Error('one')));
    for (const thrown of [endless, hostile, many, null, undefined, Symbol('s'), 7, 'text']) {
      expect(JSON.stringify(errorFacts(thrown)).length).toBeLessThan(120_000);
    }
    expect(errorFacts(many).errors).toHaveLength(5);
  });
});

describe('addresses', () => {
  it.each([
    ['redis://:s3cret-pa55@127.0.0.1:6379', 'redis://***@127.0.0.1:6379'],
    [
      'no route to postgres://me:s3cret-pa55@db/nashra now',
      'no route to postgres://***@db/nashra now',
    ],
    ['postgres://me:s3cret@pa55@db/n', 'postgres://***@db/n'],
    ['Invalid URL: postgres://me:s3cret/pa55@db/n', 'Invalid URL: postgres://***@db/n'],
    ['postgres://db/n?user=a&password=s3cret-pa55&x=1', 'postgres://db/n?user=a&password=***&x=1'],
    ['host=db password=s3cret-pa55', 'host=db password=***'],
    [
      "ERR unknown command 'AUTH', with args beginning with: 's3cret-pa55'",
      "ERR unknown command 'AUTH', with args beginning with: ***",
    ],
  ])('%j lose their login', (text, masked) => expect(maskSecrets(text)).toBe(masked));

  it.each([
    'https://example.ma/@author/news',
    'https://example.ma:8443/@author',
    'https://example.ma/?mail=a@b.example',
    'http://[::1]:8080/@author',
    'write to desk@example.ma: https://example.ma/',
  ])('%s stay as they are without one', (text) => expect(maskSecrets(text)).toBe(text));

  it('lose it in messages, stacks and fields', () => {
    const url = `redis://:${SECRET}@cache:6379/0`;
    const text = lines((log) => {
      log.info(`connecting to ${url}`);
      log.info({ url, nested: { urls: [url] } }, 'to %s', url);
      log.error({ err: new Error(`cannot reach ${url}`) });
    });
    expect(text).not.toContain(SECRET);
    expect(text.match(/\*\*\*@cache/g)?.length).toBeGreaterThanOrEqual(6);
  });
});

it('tells an error to a terminal with its code and causes, and no secret', () => {
  const cause = Object.assign(refused(), { code: 'NOAUTH' });
  const text = errorText(new Error('not started', { cause }));
  expect(text).toMatch(/^Error: not started\n {4}at [\s\S]*\[cause\] [\s\S]*code: NOAUTH/);
  expect(text).not.toContain(SECRET);
});

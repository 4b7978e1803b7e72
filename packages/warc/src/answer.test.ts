import { expect, it } from 'vitest';
import { parseAnswer } from './answer.ts';
import { writeAnswer } from './write-record.ts';

const parse = (text: string, headBytes = 1_000) => {
  const answer = parseAnswer(Buffer.from(text, 'latin1'), headBytes);
  return (
    answer && { ...answer, headers: { ...answer.headers }, body: answer.body.toString('latin1') }
  );
};
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

it('reads heads as archives hold them', () => {
  expect(
    parse('HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=x\r\nA\r\n\r\n<p>'),
  ).toEqual({
    status: 200,
    headers: { 'content-type': 'text/html; charset=x' },
    body: '<p>',
  });
  expect(parse('HTTP/2 301\nLocation: /b\n\n')).toMatchObject({ status: 301, body: '' });
  expect(parse('HTTP/1.0 204 No Content\r\n')).toMatchObject({ status: 204, body: '' });
  for (const none of [
    '',
    '<html>\n\n',
    'HTTP/1.1 abc\r\n\r\n',
    `HTTP/1.1 200\r\n${'a: b\r\n'.repeat(500)}\r\n`,
  ])
    expect(parse(none)).toBeNull();
});

it('takes chunks off where there are some', () => {
  const read = (body: string) => parse(CHUNKED + body)?.body;
  expect(read('3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n')).toBe('abcde');
  expect(read('3\r\nabc\r\n')).toBe('abc');
  expect(read('3\r\nabc\r\nffffffff\r\nde')).toBe('abcde');
  expect(read('<html>no chunks</html>')).toBe('<html>no chunks</html>');
  expect(read('')).toBe('');
});

it('reads again what it wrote, and lets no value begin a field', () => {
  const block = writeAnswer(
    200,
    { 'content-type': 'text/html', link: 'é\r\nx: y' },
    Buffer.from('é'),
  );
  const { headers, body } = parseAnswer(block, 1_000) ?? {};
  expect({ ...headers }).toEqual({
    'content-type': 'text/html',
    link: 'é x: y',
    'content-length': '2',
  });
  expect(body?.toString()).toBe('é');
});

import { expect, it } from 'vitest';
import { readFailureFilter } from './failure-filter.ts';
import { FilterError } from './qualifiers.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const lists = { states: [], stages: [], reasons: [], hosts: [], kinds: [], errors: [] };
const nothing = { ...lists, since: null };

it.each([
  ['', nothing],
  ['host:A.ma', { ...nothing, hosts: ['a.ma'] }],
  [
    'reason:timeout,http_403  state:dropped',
    { ...nothing, reasons: ['timeout', 'http_403'], states: ['dropped'] },
  ],
  ['since:2h kind:feed', { ...nothing, kinds: ['feed'], since: new Date('2026-03-01T10:00:00Z') }],
  ['stage:parse error:0a1b2c3d', { ...nothing, stages: ['parse'], errors: ['0a1b2c3d'] }],
  ['HOST:"a.ma", «b.ma» Stage:Parse', { ...nothing, hosts: ['a.ma', 'b.ma'], stages: ['parse'] }],
  ['host:https://A.ma/news/1', { ...nothing, hosts: ['a.ma'] }],
  ['host:صحيفة.example', { ...nothing, hosts: ['xn--ogbhx3c3b.example'] }],
  ['\u202bhost:a.ma\u202c', { ...nothing, hosts: ['a.ma'] }],
  [
    '-host:a.ma !reason:timeout kind:feed',
    { ...nothing, kinds: ['feed'], not: { ...lists, hosts: ['a.ma'], reasons: ['timeout'] } },
  ],
  ['since:1w', { ...nothing, since: new Date('2026-02-22T12:00:00Z') }],
  ['since:2026-02-01', { ...nothing, since: new Date('2026-02-01') }],
])('reads «%s»', (text, filter) => {
  expect(readFailureFilter(text, NOW)).toEqual(filter);
});

it.each([
  'timeout',
  'why:x',
  'state:indexed',
  'stage:cook',
  'host:a host:b',
  'since:soon',
  'since:1h,2h',
  'host:',
  'host:,',
  'reason:timeout,timeot',
  'host:*.ma',
  'error:refused',
  'since:2099-01-01',
  '-since:2h',
])('refuses «%s»', (text) => {
  expect(() => readFailureFilter(text, NOW)).toThrow(FilterError);
});

it.each([
  ['hsot:a.ma', '"host:"'],
  ['status:dropped', '"state:"'],
  ['host=a.ma', '"host:"'],
  ['stage:fetsh', '"fetch"'],
  ['reason:time_out', '"timeout"'],
  ['reason:403', '"http_403"'],
  ['a.ma', '"host:a.ma"'],
  ['timeout', '"reason:timeout"'],
])('says what was likely meant by «%s»', (text, meant) => {
  expect(() => readFailureFilter(text, NOW)).toThrow(`Did you mean ${meant}?`);
});

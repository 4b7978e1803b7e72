import { expect, it } from 'vitest';
import { readS3Place } from './s3-place.ts';

it('reads bucket, prefix, endpoint and region', () => {
  expect(readS3Place('s3://pages')).toEqual({
    bucket: 'pages',
    prefix: '',
    endpoint: undefined,
    region: undefined,
  });
  expect(readS3Place('s3://my.pages/a//b/?endpoint=https://s3.lan:9000&region=eu')).toEqual({
    bucket: 'my.pages',
    prefix: 'a/b/',
    endpoint: 'https://s3.lan:9000',
    region: 'eu',
  });
});

it.each(['s3:///a', 's3://key:secret@pages/', 's3://pages?acl=public', 's3://Pages_/a'])(
  'refuses %s',
  (address) => expect(() => readS3Place(address)).toThrow(TypeError),
);

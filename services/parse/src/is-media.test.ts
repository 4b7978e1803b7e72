import { expect, it } from 'vitest';
import { isMedia } from './is-media.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it('knows files that are no pages, by how they begin or by what the server calls them', () => {
  expect(isMedia(bytes('%PDF-1.7\n'), 'text/html')).toBe(true);
  expect(isMedia(bytes('ID3\x03\x00'), undefined)).toBe(true);
  expect(isMedia(bytes('\0\0\0\x18ftypmp42'), undefined)).toBe(true);
  expect(isMedia(bytes('\xff\xfb\x90\x00'), 'audio/mpeg')).toBe(true);
});

it('reads a page whatever its server calls it', () => {
  expect(isMedia(bytes('<!doctype html><p>\x01'), 'application/octet-stream')).toBe(false);
  expect(isMedia(Buffer.from('\ufeff<html>', 'utf16le'), 'image/jpeg')).toBe(false);
  expect(isMedia(bytes('A text of a page'), 'application/pdf')).toBe(false);
  expect(isMedia(bytes('\x07'), 'text/html')).toBe(false);
});

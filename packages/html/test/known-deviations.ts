/**
 * Where parse5 8.1.1 leaves the standard, and we do not: a template does not end its table scope; CDATA is not recognised in
 * integration points; several NULs in foreign content become one U+FFFD.
 */
export const isKnownDeviation = (html: string): boolean =>
  /<(table|tr|tbody|td|caption)[\s\S]*<template/i.test(html) ||
  (html.includes('<![CDATA[') &&
    /<(mi|mo|mtext|desc|title|foreignobject|annotation)/i.test(html)) ||
  (html.includes('\0\0') && /<(svg|math)/i.test(html));

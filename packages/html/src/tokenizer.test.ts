import { describe, expect, it } from 'vitest';
import { bodyOutline } from '../test/outline.ts';

type Case = readonly [string, string, string];

describe('tags', () => {
  it.each<Case>([
    ['have values in any quotes or none', `<p a="1" b='2' c=3/ d>`, 'p[a=1][b=2][c=3/][d=]'],
    ['keep the first of two attributes of a name', '<p CLASS=a class=b>', 'p[class=a]'],
    ['fold ASCII letters alone', '<p DÉ=1 \u212A=2>', 'p[dÉ=1][\u212A=2]'],
    [
      'may have attributes that begin with an equals sign or hold quotes',
      '<p =a"b=c>',
      'p[=a"b=c]',
    ],
    [
      'decode references, but not those that look like parameters',
      '<a href="?a=1&copy=2&amp;b&lt;">',
      'a[href=?a=1&copy=2&b<]',
    ],
    ['are nothing when the input ends in them', 'x<p class="a>b', '"x"'],
    ['may lie across lines', '<p\n\ta\r\n=\f"1"/>', 'p[a=1]'],
    ['lose attributes at their end', '<p>a</p class=">">b', 'p("a") "b"'],
    ['need a letter', 'a < b <1 </ c> <> d', '"a < b <1  <> d"'],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

describe('text', () => {
  it.each<Case>([
    [
      'decodes references of all kinds',
      '&eacute;&#233;&#xE9;&notit;&amp &#0;&#128;',
      '"ééé¬it;& \uFFFD€"',
    ],
    ['normalizes newlines', 'a\r\nb\rc', '"a\\nb\\nc"'],
    ['loses NULs in the body', 'a\0b', '"ab"'],
    ['keeps them visible in foreign content', '<svg>a\0b', 'svg("a\uFFFDb")'],
    ['is one across comments and things that are nothing', 'a<!-- x -->b</x>c</>&amp;d', '"abc&d"'],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

describe('comments and the like', () => {
  it.each<Case>([
    ['end at the first chance', '<!-->a<!--->b<!--x--!>c<!--x-- >y--->d', '"abcd"'],
    ['take the rest when they do not end', 'a<!--b', '"a"'],
    [
      'are what other declarations are taken for',
      'a<?php x ?>b<!x>c</ x>d<![CDATA[e]]>f',
      '"abcdf"',
    ],
    ['hold CDATA in foreign content as text', '<svg><![CDATA[<b>&amp;]]>x', 'svg("<b>&amp;x")'],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

describe('raw text', () => {
  it.each<Case>([
    ['ends at its own end tag only', '<style>a</b></styl></STYLE >b', 'style("a</b></styl>") "b"'],
    [
      'has no references in scripts, but in textarea',
      '<script>&amp;</script><textarea>\n&amp;<b>',
      'script("&amp;") textarea("&<b>")',
    ],
    [
      'lets a script hold a script in a comment',
      '<script><!--<script></script>--></script>x',
      'script("<!--<script></script>-->") "x"',
    ],
    ['ends an escaped script at its end tag', '<script><!--</script>x', 'script("<!--") "x"'],
    [
      'ends escaping at the end of the comment',
      '<script><!-- --><script></script>x',
      'script("<!-- --><script>") "x"',
    ],
    [
      'takes the rest as plaintext',
      '<plaintext></plaintext>&amp;',
      'plaintext("</plaintext>&amp;")',
    ],
    [
      'is what iframe, noembed, xmp hold',
      '<iframe><p></iframe><noembed><p></noembed><xmp><p>',
      'iframe("<p>") noembed("<p>") xmp("<p>")',
    ],
  ])('%s', (_, html, tree) => expect(bodyOutline(`<i></i>${html}`)).toBe(`i ${tree}`));
});

import { describe, expect, it } from 'vitest';
import { bodyOutline, outline } from '../test/outline.ts';
import { parseHtml } from './index.ts';

const whole = (html: string): string => outline(parseHtml(html));

/** Each case: what it shows, the source, the tree. */
type Case = readonly [string, string, string];

describe('tree construction around the body', () => {
  it.each<Case>([
    ['makes the skeleton of nothing', '', 'html(head body)'],
    [
      'drops white space before the head and keeps it after',
      ' <head> </head> x',
      'html(head(" ") " " body("x"))',
    ],
    [
      'puts late head elements into the head',
      '<head></head><link>\n<meta><p>',
      'html(head(link meta) "\\n" body(p))',
    ],
    [
      'opens the body at the first thing that is none of the head',
      '<title>t</title><i>x',
      'html(head(title("t")) body(i("x")))',
    ],
    [
      'merges attributes of a second html and body',
      '<html a=1><body b=1><html a=2 c=3><body b=2 d=4>',
      'html[a=1][c=3](head body[b=1][d=4])',
    ],
    [
      'reads noscript in the head as elements',
      '<noscript><link><p>x',
      'html(head(noscript(link)) body(p("x")))',
    ],
    [
      'goes on in the body after its end',
      'a</body>\n</html><p>b',
      'html(head body("a\\n" p("b")))',
    ],
    [
      'replaces an empty body by a frameset',
      '<p><frameset><frame></frameset>x<noframes>y',
      'html(head frameset(frame) noframes("y"))',
    ],
    ['ignores a frameset once there was text', 'x<frameset>', 'html(head body("x"))'],
    [
      'ignores a table in a paragraph in quirks mode only',
      '<p><table>',
      'html(head body(p(table)))',
    ],
    [
      'knows quirks by the public identifier',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2//EN"><p><table>',
      'html(head body(p(table)))',
    ],
  ])('%s', (_, html, tree) => expect(whole(html)).toBe(tree));
});

describe('tree construction in the body', () => {
  it.each<Case>([
    ['ends a paragraph at a block', '<p>a<div>b</div>c', 'p("a") div("b") "c"'],
    ['keeps a paragraph open in a button', '<p><button><p>x', 'p(button(p("x")))'],
    ['makes a paragraph of its lone end tag', 'a</p>b', '"a" p "b"'],
    [
      'ends list items at items, not those of an outer list',
      '<li>a<ul><li>b</ul><li>c',
      'li("a" ul(li("b"))) li("c")',
    ],
    ['ends terms at descriptions', '<dt>a<dd>b<dt>c', 'dt("a") dd("b") dt("c")'],
    ['ends a heading at a heading', '<h1>a<h2>b</h3>c', 'h1("a") h2("b") "c"'],
    ['drops the newline that pre begins with', '<pre>\r\n\nx', 'pre("\\nx")'],
    ['does not nest forms', '<form><form><p></form>x', 'form(p) "x"'],
    ['reads an image as img and a lone br end tag as br', '<image></br>', 'img br'],
    [
      'closes elements between only when none is special',
      '<span><i>a</span>b<div></span>c',
      'span(i("a")) i("b" div("c"))',
    ],
    ['reads ruby without its end tags', '<ruby>a<rt>b<rp>c', 'ruby("a" rt("b") rp("c"))'],
    ['opens buttons one after the other', '<button>a<button>b', 'button("a") button("b")'],
    ['keeps unknown elements', '<x-card a>b</X-Card>c', 'x-card[a=]("b") "c"'],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

describe('formatting elements', () => {
  it.each<Case>([
    [
      'are opened again in the next block',
      '<p><b class=x>a<p>b',
      'p(b[class=x]("a")) p(b[class=x]("b"))',
    ],
    ['are split around blocks', '<b>a<p>b</b>c', 'b("a") p(b("b") "c")'],
    ['are split when they overlap', '<b>a<i>b</b>c</i>d', 'b("a" i("b")) i("c") "d"'],
    [
      'never nest when they are links',
      '<a href=1>x<div><a href=2>y',
      'a[href=1]("x") div(a[href=1] a[href=2]("y"))',
    ],
    ['do not reach into cells', '<table><td><b>x<td>y', 'table(tbody(tr(td(b("x")) td("y"))))'],
    ['are kept three times at most', '<p><i><i><i><i>a<p>b', 'p(i(i(i(i("a"))))) p(i(i(i("b"))))'],
    ['give nobr an end before the next', '<nobr>a<nobr>b', 'nobr("a") nobr("b")'],
    ['stop at objects', '<b><object>a</b>b</object>c', 'b(object("ab") "c")'],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

describe('tables', () => {
  it.each<Case>([
    [
      'get the parts that are left out',
      '<table><td>a<th>b<tr><td>c',
      'table(tbody(tr(td("a") th("b")) tr(td("c"))))',
    ],
    [
      'have what does not belong in them put before them',
      '<table>a<b>c<tr><td>d',
      '"a" b("c") table(tbody(tr(td("d"))))',
    ],
    ['keep white space', '<table> <tr> <td>', 'table(" " tbody(tr(" " td)))'],
    ['end a table in a table', '<table><table>', 'table table'],
    ['nest in cells', '<table><td><table><td>x', 'table(tbody(tr(td(table(tbody(tr(td("x"))))))))'],
    [
      'know captions and columns',
      '<table><caption>a<col><colgroup><tfoot>',
      'table(caption("a") colgroup(col) colgroup tfoot)',
    ],
    [
      'take hidden inputs and forms without content',
      '<table><input type=HIDDEN><form><input>',
      'input table(input[type=HIDDEN] form)',
    ],
    [
      'are left by select for their parts',
      '<table><td><select><option>a<td>b',
      'table(tbody(tr(td(select(option("a"))) td("b"))))',
    ],
    [
      'in a template do not end the table around it',
      '<table><template><tr><table></template><td>',
      'table(template(tr) tbody(tr(td)))',
    ],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

describe('select, template, foreign content', () => {
  it.each<Case>([
    [
      'keeps only options in select',
      '<select><b>a<option>b<optgroup><option>c<hr></select>d',
      'select("a" option("b") optgroup(option("c")) hr) "d"',
    ],
    [
      'ends select at select and at input',
      '<select><select>a<select><input>',
      'select "a" select input',
    ],
    [
      'has template contents as children, rows without a table too',
      'a<template><tr><td>x</template>y',
      '"a" template(tr(td("x"))) "y"',
    ],
    [
      'keeps svg together and leaves it at HTML',
      '<svg><title><i>a</i></title><g/><circle></svg><svg><div>b',
      'svg(title(i("a")) g circle) svg div("b")',
    ],
    [
      'leaves svg at font only with its attributes',
      '<svg><font>a<font color=red>b',
      'svg(font("a")) font[color=red]("b")',
    ],
    [
      'has HTML in foreignObject',
      '<svg><foreignObject><p>a<p>b',
      'svg(foreignobject(p("a") p("b")))',
    ],
    ['has HTML in MathML text', '<math><mi><b>x</b><mglyph><i>', 'math(mi(b("x") mglyph i))'],
    [
      'has HTML in an annotation that says so',
      '<math><annotation-xml encoding=text/HTML><p>',
      'math(annotation-xml[encoding=text/HTML](p))',
    ],
    [
      'closes foreign elements in any case',
      '<svg><linearGradient></LINEARGRADIENT>x',
      'svg(lineargradient "x")',
    ],
  ])('%s', (_, html, tree) => expect(bodyOutline(html)).toBe(tree));
});

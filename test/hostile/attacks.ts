import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/fetch-safety/xss-cases.json');

const SPACES = [' ', '/', '\t', '\n', '\f'];
/** Elements that do something by themselves, with the attribute by which they do. */
const BY_THEMSELVES = [
  ['img', 'src=x', 'onerror'],
  ['image', 'src=x', 'onerror'],
  ['svg', '', 'onload'],
  ['body', '', 'onload'],
  ['video', 'src=x', 'onerror'],
  ['audio', 'src=x', 'onerror'],
  ['input', 'autofocus', 'onfocus'],
  ['textarea', 'autofocus', 'onfocus'],
  ['select', 'autofocus', 'onfocus'],
  ['button', 'autofocus', 'onfocus'],
  ['a', 'autofocus tabindex=1 href=#', 'onfocus'],
  ['details', 'open', 'ontoggle'],
  ['iframe', 'src=about:blank', 'onload'],
  ['style', '', 'onload'],
  ['object', 'data=x', 'onerror'],
  ['link', 'rel=stylesheet href=data:text/css,', 'onload'],
  ['script', 'src=x', 'onerror'],
] as const;
const CALLS = [
  'alert(1)',
  'alert`1`',
  '(alert)(1)',
  'window["al"+"ert"](1)',
  '&#97;lert(1)',
  '&#x61;lert&lpar;1&rpar;',
];
const WHOLE = [
  '<script>alert(1)</script>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<script>alert(1)//',
  '<script/x>alert(1)</script >',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script>alert&#40;1&#41;</script></svg>',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe src="javascript:parent.alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><set onbegin=alert(1) attributeName=x to=0>',
  '<form><button formaction=javascript:alert(1) autofocus onfocus=this.click()>x</button></form>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<template><img src=x onerror=alert(1)></template>',
  '</title><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  ']]><script>alert(1)</script>',
];

/** Attacks of our own: each way of running by itself, spelt in each way. */
function invented(): string[] {
  const spelt = BY_THEMSELVES.flatMap(([tag, more, event]) =>
    SPACES.flatMap((space) =>
      CALLS.flatMap((call) => [
        `<${tag}${space}${more}${space}${event}=${call}>`,
        `<${tag.toUpperCase()}${space}${event}="${call.replaceAll('"', "'")}"${space}${more}>`,
      ]),
    ),
  );
  return [...WHOLE, ...spelt];
}

/** Those, and the ones that are known (a corpus beside the project, where it is there). */
export function attacks(): string[] {
  if (!existsSync(CORPUS)) {
    process.stderr.write('\n!!! No corpus beside the project: only attacks of our own.\n\n');
    return invented();
  }
  const known = JSON.parse(readFileSync(CORPUS, 'utf8')) as { html: string }[];
  return [...invented(), ...known.map(({ html }) => html)];
}

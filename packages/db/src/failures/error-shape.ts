/** What of a message differs from one case to the next, and what stands for it, in the order in which it is taken out. */
type Rule = readonly [pattern: string, instead: string];

/** Not in the middle of a word; by what is no letter in any locale of a database. */
const BEGINS = '(?<![A-Za-z0-9_])';
const ENDS = '(?![A-Za-z0-9_])';
const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const CLOCK = '[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?';
const ZONE = '(?:Z| ?GMT| ?UTC| ?[+-][0-9]{2}:?(?:[0-9]{2})?)?';
const HEX = '[0-9a-f]';
const GROUPS = `${HEX}{1,4}(?::${HEX}{1,4})*`;
const V4 = '(?:::ffff:)?[0-9]{1,3}(?:[.][0-9]{1,3}){3}';
const V6 = `(?:(?:${HEX}{1,4}:){7}${HEX}{1,4}|(?:${GROUPS})?::(?:${GROUPS})?)`;
const LABEL = `[^][:space:]"''/:(),;<>=.‹›]+`;
const HOST = `${LABEL}(?:[.]${LABEL})+[.]?`;
const PORT = '(?::[0-9]{1,5})?';
const DIGIT = '[0-9٠-٩۰-۹]';
const NUMBER = `${DIGIT}+(?:[.,]${DIGIT}+)*(?:e[+-]?[0-9]+)?`;
const UNIT =
  ' ?(?:%|[kmgt]?i?b|bytes?|[nmuµ]?s|m|h|d|secs?|seconds?|mins?|minutes?|hours?|days?|weeks?)';

/** Words before what is a name of the program's own, and says more than any value would. */
const NAMING =
  'attribute|column|constraint|field|function|index|key|method|option|parameter|property|reading|relation|role|schema|sequence|setting|table|trigger|type|view';
/** Words before a number that is a code: two of them are two errors. */
const CODED =
  '(?:alert number|answer(?:s|ed)?(?: with)?|code|errno|error|http|http/[0-9.]+|sqlstate|status|tls|ssl)(?: ?[=:])? ?';
/** What is numbered by its standard. */
const STANDARDS = '(?:utf|ucs|iso|iso-8859|windows|cp|koi|sha|aes|rfc)-';

const RULES: readonly Rule[] = [
  [`[a-z][a-z0-9+.-]*://[^[:space:]"''<>]+`, '‹address›'],
  [`[^][:space:]@"''<>():]+@[a-z0-9-]+(?:[.][a-z0-9-]+)+`, '‹mail›'],
  [`${BEGINS}(${NAMING}) (["''\`])([^[:space:]"''\`]{1,80})\\2`, '\\1 ‹\\3›'],
  ['"[^"]*"|`[^`]*`|«[^»]*»|“[^”]*”', '‹text›'],
  // An apostrophe opens nothing.
  [`${BEGINS}''[^'']*''${ENDS}`, '‹text›'],
  [`${BEGINS}${DAY}(?:[T ]${CLOCK}${ZONE})?${ENDS}`, '‹time›'],
  [`${BEGINS}(?:[a-z]{3,9}, )?[0-9]{1,2} [a-z]{3,9} [0-9]{4} ${CLOCK}${ZONE}${ENDS}`, '‹time›'],
  [`${BEGINS}eyJ[a-z0-9_-]+[.][a-z0-9_-]+[.][a-z0-9_-]*`, '‹id›'],
  [`${BEGINS}(?:${HEX}{2}:){5}${HEX}{2}${ENDS}`, '‹id›'],
  [`${BEGINS}0x${HEX}+${ENDS}`, '‹id›'],
  [`${BEGINS}${HEX}{8}(?:-${HEX}{4}){3}-${HEX}{12}${ENDS}`, '‹id›'],
  [`${BEGINS}(?=[0-9]*[a-f])(?=[a-f]*[0-9])${HEX}{8,}${ENDS}`, '‹id›'],
  [`${BEGINS}(?=[a-z]*[0-9]+[a-z]+[0-9]+[a-z]+[0-9])[0-9a-z]{12,}${ENDS}`, '‹id›'],
  [`([_-])(?=[a-z]*[0-9]+[a-z]+[0-9])[0-9a-z]{6,}${ENDS}`, '\\1‹id›'],
  [`(?<![A-Za-z0-9_:.])[[]?${V4}(?:/[0-9]{1,2})?[]]?${PORT}(?![A-Za-z0-9_])`, '‹host›'],
  [
    `(?<![A-Za-z0-9_:])[[]?(?=[0-9a-f:]*${HEX})${V6}(?:/[0-9]{1,3})?[]]?${PORT}(?![A-Za-z0-9_:])`,
    '‹host›',
  ],
  [
    `(?<![A-Za-z0-9_/<])(?:[.]{1,2}|[a-z]:)?(?:[/\\\\][^][:space:]/\\\\:"''<>(),‹›]+){2,}[/\\\\]?(?::[0-9]+){0,2}`,
    '‹path›',
  ],
  [
    `((?:EAI_AGAIN|ENOTFOUND|query[A-Za-z]* E[A-Z]+|INVALID:|hosts?:?|hostname|DNS:|address(?:es)?:|proxy|robots[.]txt of|domain|certificate (?:of|for)) ?)${HOST}${PORT}`,
    '\\1‹host›',
  ],
  [`${BEGINS}www[.]${HOST}${PORT}`, '‹host›'],
  // What ends like a file is one, and its number a line.
  [
    `${BEGINS}(?![^[:space:]:]*[.](?:[cm]?[jt]sx?|cc?|h|py|go|rs|sql|json):)[a-z0-9-]+(?:[.][a-z0-9-]+)+:[0-9]{2,5}(?![0-9:])`,
    '‹host›',
  ],
  ['(DNS:‹host›)(?:, DNS:[^[:space:],]+)+', '\\1'],
  [`_[0-9]{4,}(?:_[0-9]+)*${ENDS}`, '_‹n›'],
  [`([a-z])[0-9]{4,}${ENDS}`, '\\1‹n›'],
  [
    `(?<![A-Za-z0-9_.])(?<!${CODED}-?)(?<!${STANDARDS})[+-]?(?:${NUMBER}(?:${UNIT})?)+(?![a-z0-9_])`,
    '‹n›',
  ],
];

/**
 * Makes anew the function that takes out of a message what differs from one case to the next: addresses, hosts, paths, quoted
 * text, times, ids, sizes and numbers. Codes and names that tell one error from another stay.
 */
export const errorShape = `create or replace function nashra.error_shape(message text) returns text language sql immutable as $$
    select left(${RULES.reduce(
      (text, [pattern, instead]) => `regexp_replace(${text}, '${pattern}', '${instead}', 'gi')`,
      'left(message, 1000)',
    )}, 300)
  $$`;

/** Markup that is safe to send: everything put into it was escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Child = Html | string | number | null | undefined | false | readonly Child[];

/** Markup from a template; whatever is put in is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Html {
  let text = parts[0] ?? '';
  for (const [at, child] of children.entries()) text += write(child) + (parts[at + 1] ?? '');
  return new Html(text);
}

const SPECIAL = /[&<>"'`]/;
const EVERY_SPECIAL = /[&<>"'`]/g;

function write(child: Child): string {
  if (typeof child === 'string') return SPECIAL.test(child) ? escaped(child) : child;
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Html) return child.text;
  if (typeof child === 'object') return child.map(write).join('');
  return String(child);
}

const escaped = (text: string) => text.replace(EVERY_SPECIAL, (char) => `&#${char.charCodeAt(0)};`);

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
  return new Html(String.raw({ raw: parts }, ...children.map(write)));
}

function write(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Html) return child.text;
  if (typeof child === 'object') return child.map(write).join('');
  return String(child).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

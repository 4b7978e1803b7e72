import { createTransport } from 'nodemailer';

/** Somewhere operators are told. */
export interface Bell {
  /** Without what opens it. */
  readonly name: string;
  /** @throws Error when it is not taken */
  ring(subject: string, lines: readonly string[]): Promise<void>;
}

const PATIENCE_MS = 10_000;
const LONGEST = 3_500;

/**
 * Reads where operators are told, apart by white space: `webhook:https://…`, `slack:https://…` (Mattermost and others take
 * that form too), `telegram:https://api.telegram.org/bot…/sendMessage?chat_id=…`, or `smtps://user:password@host/?from=…&to=…`.
 *
 * @throws RangeError that names the one that is none, without its address
 */
export function readBells(text: string): Bell[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((it, at) => {
      const bell = bellOf(it);
      if (!bell)
        throw new RangeError(
          `number ${at + 1} is none of webhook:, slack:, telegram:, smtp:, smtps:`,
        );
      return bell;
    });
}

function bellOf(text: string): Bell | null {
  if (/^smtps?:\/\//i.test(text)) return mailBell(text);
  const [, form = '', address = ''] =
    /^(webhook|slack|telegram):(https?:\/\/.+)$/i.exec(text) ?? [];
  const url = URL.parse(address);
  if (!url) return null;
  const bodyOf = BODIES[form.toLowerCase() as keyof typeof BODIES];
  return {
    name: `${form.toLowerCase()} ${url.host}`,
    async ring(subject, lines) {
      const said = joined([subject, ...lines]);
      // The operator's own choice, in networks of their own too: no stranger has a word in this address.
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(subject, lines, said)),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!answer.ok) throw new Error(`${url.host} answers ${answer.status}`);
    },
  };
}

/** As many whole lines as there is room for, and how many are left out. */
function joined(lines: readonly string[]): string {
  let said = '';
  for (const [at, line] of lines.entries()) {
    if (said.length + line.length > LONGEST)
      return `${said}… and ${lines.length - at} more`.slice(-LONGEST);
    said += at < lines.length - 1 ? `${line}\n` : line;
  }
  return said;
}

/** Slack reads links and calls to everybody between these; names are strangers' words. */
const escapeSlack = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const BODIES = {
  webhook: (subject: string, lines: readonly string[], text: string) => ({ subject, lines, text }),
  slack: (_: string, __: readonly string[], text: string) => ({ text: escapeSlack(text) }),
  // Plain text: nothing of what is told is markup.
  telegram: (_: string, __: readonly string[], text: string) => ({
    text,
    disable_web_page_preview: true,
  }),
} as const;

function mailBell(text: string): Bell | null {
  const url = URL.parse(text);
  const [from, to] = [url?.searchParams.get('from'), url?.searchParams.get('to')];
  if (!url || !from || !to) return null;
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: `mail ${url.host}`,
    async ring(subject, lines) {
      await transport.sendMail({
        from,
        to,
        subject: subject.slice(0, 200),
        text: lines.join('\n'),
      });
    },
  };
}

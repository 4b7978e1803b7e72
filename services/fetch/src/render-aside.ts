import { challengeOf, FetchError, type HttpAnswer, type Renderer } from '@nashra/http';
import type { Logger } from '@nashra/log';
import type { Aside } from '@nashra/politeness';

/**
 * Has a page that an anti-bot page stands before opened by the renderer, as a further request to its host. What it gives takes
 * the place of the answer, without validators, which are not the page's; where it gives none the answer stays.
 */
export function renderAside(renderer: Renderer, log: Logger, signal: AbortSignal): Aside {
  return async (answer, enter) => {
    const { challenge, finalAddress } = answer;
    if (challenge === undefined) return answer;
    await enter(finalAddress);
    try {
      const page = await renderer.render(finalAddress, signal);
      if (page === null) return answer;
      const contentType = page.headers['content-type'] ?? 'text/html';
      const headers = { 'content-type': contentType };
      if (challengeOf(200, headers, page.bytes) !== null) return answer;
      const { challenge: _, retryAfterMs: __, ...rest } = answer;
      return { ...rest, status: 200, headers, body: page.bytes } satisfies HttpAnswer;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      log.warn({ err: error, challenge }, 'the renderer gave no page');
      return answer;
    }
  };
}

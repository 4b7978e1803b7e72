/** Seconds between two looks at the pipeline, with scripts and without. */
export const REFRESH_SECONDS = 3;

/**
 * Puts a fresh `main` in place of a live one when the server sends one, while somebody looks and holds nothing in it; the page
 * stays where it is scrolled. Nobody looks: nothing is asked for.
 */
export const REFRESH_SCRIPT = `
if (document.querySelector('main[data-live]')) {
  const live = document.querySelector('#live');
  let source, held;
  const put = (text) => {
    const main = document.querySelector('main');
    if (String(getSelection()) || main.contains(document.activeElement)) return held = text;
    held = undefined;
    main.replaceWith(new DOMParser().parseFromString(text, 'text/html').querySelector('main'));
    live.textContent = live.dataset.fresh + ' ' + new Date().toLocaleTimeString(document.documentElement.lang + '-u-nu-latn',
      { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZoneName: 'short' });
    live.className = 'soft';
  };
  const listen = () => {
    source = new EventSource('/live?of=' + encodeURIComponent(location.pathname + location.search));
    source.addEventListener('page', ({ data }) => put(data));
    // An ended session: the page itself, asked for anew, leads to the login.
    source.addEventListener('ended', () => location.reload());
    source.addEventListener('error', () => {
      live.textContent = live.dataset.stale;
      live.className = 'bad';
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 30000);
    });
  };
  document.addEventListener('visibilitychange', () => document.hidden ? source.close() : listen());
  document.addEventListener('focusout', () => setTimeout(() => held && put(held)));
  listen();
}
`;

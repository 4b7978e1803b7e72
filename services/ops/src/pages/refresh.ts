/** Seconds between two looks at the pipeline, with scripts and without. */
export const REFRESH_SECONDS = 3;

/**
 * Puts a fresh `main` in place of a live one when the server sends one, while somebody looks and holds nothing in it; the page
 * stays where it is scrolled. Nobody looks: nothing is asked for. Of a press that began on what is gone by its end no link would hear, so
 * nothing is put while one lasts.
 */
export const REFRESH_SCRIPT = `
if (document.querySelector('main[data-live]')) {
  const live = document.querySelector('#live');
  let source, held, isPressed = false;
  const put = (text) => {
    const main = document.querySelector('main');
    const holder = document.activeElement;
    if (isPressed || String(getSelection()) || (holder !== main && main.contains(holder))) return held = text;
    held = undefined;
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    main.replaceWith(fresh);
    if (holder === main) fresh.focus({ preventScroll: true });
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
  const catchUp = () => setTimeout(() => held && put(held));
  document.addEventListener('focusout', catchUp);
  document.addEventListener('pointerdown', () => isPressed = true);
  // A press that ends outside the window is seen by the next move. The click comes before what is caught up.
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'pointermove'])
    document.addEventListener(end, ({ buttons, type }) => {
      if (!isPressed || (type === 'pointermove' && buttons > 0)) return;
      isPressed = false;
      catchUp();
    });
  listen();
}
`;

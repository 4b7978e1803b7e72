/** Seconds between two looks at the pipeline. */
export const REFRESH_SECONDS = 5;

/** Puts a fresh `main` in place of a live one while somebody looks and holds nothing in it; the page stays where it is scrolled. */
export const REFRESH_SCRIPT = `
if (document.querySelector('main[data-live]')) setInterval(async () => {
  const main = document.querySelector('main');
  if (document.hidden || String(getSelection()) || main.contains(document.activeElement)) return;
  const live = document.querySelector('#live');
  try {
    const response = await fetch(location.href);
    // An ended session: the page itself, asked for anew, leads to the login.
    if (response.redirected || response.status === 401) return location.reload();
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    main.replaceWith(page.querySelector('main'));
    live.textContent = live.dataset.fresh + ' ' + new Date().toLocaleTimeString(document.documentElement.lang + '-u-nu-latn');
    live.className = 'soft';
  } catch {
    live.textContent = live.dataset.stale;
    live.className = 'bad';
  }
}, ${REFRESH_SECONDS * 1000});
`;

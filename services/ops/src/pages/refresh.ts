/** Seconds between two looks at the pipeline. */
export const REFRESH_SECONDS = 5;

/** Puts a fresh `main` in place of the old one while somebody looks; the page stays where it is scrolled. */
export const REFRESH_SCRIPT = `
setInterval(async () => {
  if (document.hidden || String(getSelection())) return;
  const live = document.querySelector('#live');
  try {
    const response = await fetch(location.href);
    // An ended session: the page itself, asked for anew, leads to the login.
    if (response.redirected || response.status === 401) return location.reload();
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    document.querySelector('main').replaceWith(page.querySelector('main'));
    live.textContent = 'as of ' + new Date().toLocaleTimeString();
    live.className = 'soft';
  } catch {
    live.textContent = 'no answer; shown is what was last known';
    live.className = 'bad';
  }
}, ${REFRESH_SECONDS * 1000});
`;

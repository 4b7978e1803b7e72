// Renews the strip, and a list that is looked at from its top, when news have come in. Pages need none of it.
const PAUSE_MS = 500;
const news = new EventSource('/events');
let timer;

news.addEventListener('news', () => {
  clearTimeout(timer);
  timer = setTimeout(renew, PAUSE_MS);
});

async function renew() {
  const main = document.querySelector('main[data-live]');
  const strip = document.querySelector('#strip');
  try {
    const answer = await fetch(main?.dataset.live ?? strip.dataset.of);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Who stands among the headlines by keyboard, or holds the strip, keeps what is there.
    if (!document.querySelector('.strip:hover, .strip:focus-within'))
      strip.replaceChildren(...page.querySelectorAll('#strip > li'));
    if (!main || scrollY > 200 || main.contains(document.activeElement) || String(getSelection()))
      return;
    main.replaceChildren(...page.querySelector('main').childNodes);
  } catch {
    // The next news try again.
  }
}

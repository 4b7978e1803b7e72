// Renews the strip, and a list that is looked at from its top, when news have come in. Pages need none of it.
const PAUSE_MS = 300;
const main = document.querySelector('main[data-live]');
const strip = document.querySelector('#strip');
const still = document.querySelector('#still');
let isFirst = true;
let timer;

// When all is painted: nothing of it is needed before.
addEventListener('load', listen);

function listen() {
  const news = new EventSource('/events');
  news.addEventListener('news', renewSoon);
  // What came in while nobody listened was told to nobody.
  news.addEventListener('open', () => {
    if (!isFirst || main) renewSoon();
    isFirst = false;
  });
}

function renewSoon() {
  clearTimeout(timer);
  timer = setTimeout(renew, PAUSE_MS);
}

async function renew() {
  try {
    const answer = await fetch(main?.dataset.live ?? strip.dataset.of);
    if (!answer.ok || still?.checked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Who stands among the headlines by keyboard, or holds the strip, keeps what is there.
    if (!document.querySelector('.strip:hover, .strip:focus-within'))
      put(strip, page.querySelector('#strip'));
    const isBusy =
      scrollY > 200 || main?.contains(document.activeElement) || String(getSelection());
    if (main && !isBusy) put(main, page.querySelector('main'));
  } catch {
    // The next news try again.
  }
}

function put(place, fresh) {
  if (fresh && fresh.innerHTML !== place.innerHTML) place.replaceChildren(...fresh.childNodes);
}

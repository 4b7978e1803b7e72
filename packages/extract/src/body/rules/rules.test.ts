import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const title = 'Le syndicat des eaux reporte la fermeture du barrage';
const own = [
  'Le syndicat des eaux a reporté jeudi la fermeture du barrage, prévue depuis deux ans, en raison des pluies attendues dans la vallée.',
  'Les agriculteurs, réunis devant le siège du syndicat, demandaient ce délai depuis le mois de mars pour achever leurs semis.',
  'La directrice a expliqué que les vannes resteraient ouvertes la nuit, et que le niveau serait mesuré trois fois par jour.',
  'Une visite du site est proposée samedi aux habitants, qui pourront interroger les ingénieurs sur la suite du chantier.',
];
const other =
  'Une exposition de gravures anciennes ouvrira ses portes dimanche dans la halle aux grains, avec des prêts de quatre musées étrangers.';
const p = (text: string) => `<p>${text}</p>`;
const [first = '', second = '', third = '', fourth = ''] = own.map(p);

const read = (main: string, lang = 'fr') =>
  extract(
    Buffer.from(
      `<html lang="${lang}"><title>${title}</title><nav><a href="/">Accueil</a></nav><main><h1>${title}</h1>${main}</main><footer>© La Vallée</footer></html>`,
    ),
    {
      url: 'https://vallee.example/eau/report-fermeture-8841',
      now: new Date('2024-05-20T12:00:00Z'),
    },
  );

describe('what is no part of the article', () => {
  it.each([
    ['the hidden attribute', `<div hidden>${p(other)}</div>`],
    ['an inline style', `<div style="color: red; display : none">${p(other)}</div>`],
    ['visibility', `<section style="visibility:hidden">${p(other)}</section>`],
    ['aria-hidden', `<div aria-hidden="true">${p(other)}</div>`],
    ['its place', `<div style="position:absolute; left:-9999px">${p(other)}</div>`],
    ['its size', `<p style="font-size: 0">${other}</p>`],
    ['its height', `<div style="height:0; overflow:hidden">${p(other)}</div>`],
    ['its role', `<div role="dialog" aria-modal="true">${p(other)}</div>`],
  ])('goes when it is hidden by %s', (_, hidden) => {
    const { body } = read(first + second + hidden + third + fourth);
    expect(body).not.toContain('gravures');
    expect(body).toContain('une visite du site'.replace('une', 'Une'));
  });

  it.each([
    'Lire aussi :',
    'À lire également',
    'Voir aussi –',
    'Read also:',
    'اقرأ أيضا:',
    'Lesen Sie auch:',
  ])('goes when the line begins with «%s» and leads elsewhere', (lead) => {
    const { body } = read(
      `${first}${second}<p>${lead} <a href="/x">Les gravures de la halle aux grains</a></p>${third}${fourth}`,
    );
    expect(body).not.toContain('gravures');
  });

  it('goes when it is shown as well, and hidden beside that', () => {
    const { body } = read(
      `${own.map(p).join('')}<div hidden>${own.map(p).join('')}${p(other)}</div>`,
    );
    expect(body).not.toContain('gravures');
    expect(body.split('La directrice')).toHaveLength(2);
  });

  it.each([
    ['Lundi 20 mai 2024'],
    ['20 mai 2024 | 09h12 | Lecture : 3 min'],
    ['Par Leïla Brémond, le 20 mai 2024'],
    ['De notre correspondante à Aubrac, Leïla Brémond'],
  ])('goes when it says who wrote and when, before the text: «%s»', (line) => {
    expect(read(p(line) + own.map(p).join('')).body.startsWith('Le syndicat des eaux')).toBe(true);
  });

  it('stays when the text opens with the day', () => {
    const opening = 'Le 20 mai 2024, les vannes se sont ouvertes.';
    expect(read(p(opening) + own.map(p).join('')).body).toContain(opening);
  });

  it('goes when it is a heading under which nothing comes', () => {
    const { body } = read(`${own.map(p).join('')}<h3>À ne pas manquer cette semaine</h3>`);
    expect(body.endsWith('la suite du chantier.')).toBe(true);
  });

  it('goes when readers wrote it, though no class says so', () => {
    const comment = (name: string, text: string) =>
      `<div><b>${name}</b> <span>il y a 3 heures</span>${p(text)}<a href="#">Répondre</a></div>`;
    const thread =
      comment(
        'Riverain',
        'Enfin, cela fait des années que nous le demandons dans le bas de la vallée.',
      ) +
      comment('Passant', 'Et les pêcheurs dans tout cela, personne ne leur a demandé leur avis.');
    const { body } = read(`${own.map(p).join('')}<div><h3>2 commentaires</h3>${thread}</div>`);
    expect(body).not.toMatch(/pêcheurs|bas de la vallée/);
    expect(body).toContain('La directrice');
  });

  it.each([
    ['says when', (name: string) => `<cite>${name}</cite> <small>il y a 5 h</small>`],
    ['says the day', (name: string) => `<b>${name}</b> a écrit le 8 mars 2024 à 9 h 12 :`],
    ['has a time of its own', (name: string) => `${name} <time>08/03</time>`],
    ['has a number and a clock', (name: string) => `3 - ${name}, vendredi 8 mars 2024 - 09:12`],
    ['has a clock', (name: string) => `<span>${name}, 08/03/2024 09:12</span>`],
  ])('goes when names and texts repeat without a button, and the name %s', (_, head) => {
    const post = (name: string, text: string) => `<li><div>${head(name)}</div>${p(text)}</li>`;
    const posts =
      post('Riverain', 'Enfin, nous le demandons depuis des années dans le bas de la vallée.') +
      post('Passant', 'Et les pêcheurs, personne ne leur a demandé leur avis dans tout cela.');
    const { body } = read(`${own.map(p).join('')}<ul>${posts}</ul>`);
    expect(body).not.toMatch(/pêcheurs|bas de la vallée/);
    expect(body).toContain('Une visite du site');
  });

  it.each([
    [
      'a letter',
      'La lettre du soir',
      'Recevez chaque soir l’essentiel par courriel.',
      '<input type="email">',
    ],
    [
      'a comment',
      'Laisser un commentaire',
      'Les champs obligatoires sont indiqués par un astérisque.',
      '<textarea></textarea>',
    ],
  ])('goes when it stands before a form for %s', (_, heading, line, field) => {
    const form = `<h4>${heading}</h4>${p(line)}<form>${field}</form>`;
    const { body } = read(`${first}${second}<div>${form}</div>${third}${fourth}`);
    expect(body).not.toContain(line);
    expect(read(own.map(p).join('') + form).body).not.toContain(line);
    expect(body).toContain('La directrice');
  });

  it('stays when the form that it stands before writes to the author, below the headline said twice', () => {
    const lead = 'Recevoir moins d’eau et en rendre davantage : la vallée cherche comment faire.';
    const form = '<form><input type="email"><textarea></textarea></form>';
    const head = `<h2>${title}</h2>${p(lead)}<div>${form}</div>`;
    expect(read(`${head}${own.map(p).join('')}`).body).toContain(lead);
  });

  it('goes when each entry of a page has the same button', () => {
    const entries = own.map((it) => `<div>${p(it)}<div>Partager</div></div>`).join('');
    expect(read(entries).body).not.toContain('Partager');
    const rows = own.map((it) => `<tr><td>Facebook</td><td>${it.length} 200</td></tr>`).join('');
    expect(read(`${own.map(p).join('')}<table>${rows}</table>`).body).toContain('Facebook\t');
  });

  it.each([
    ['where a printed text goes on', '<p>(Suite page 4)</p>', 'page 4'],
    ['what a plug-in did not fill', '<p>[gallery ids="3,4"]</p>', 'gallery'],
    ['what a template did not fill', '<p>{{ ad.title }}</p>', 'ad.title'],
    ['the place of a post', '<p>Voir cette publication sur Instagram</p>', 'Instagram'],
    ['a button that shows the rest', '<p>Continuer la lecture</p>', 'Continuer'],
    ['a label over a film', '<p>Voir la vidéo :</p><iframe src="/v"></iframe>', 'Voir'],
    [
      'a label over links',
      '<p>À voir ici :</p><ul><li><a href="/g">Gravures</a></li></ul>',
      'À voir',
    ],
  ])('goes when it is %s', (_, part, told) => {
    const { body } = read(`${first}${second}${part}${third}${fourth}`);
    expect(body).not.toContain(told);
    expect(body).toContain('La directrice');
  });

  it.each([
    ['Mots-clés : barrage, eau, vallée', 'fr'],
    ['Photos : Le Quai / A. Naji', 'fr'],
    ['صورة: و.م.ع', 'ar'],
    ['قراءة: 3 دقائق', 'ar'],
    ['Réservé aux abonnés', 'fr'],
    ['كلمات دلالية : السد، الماء', 'ar'],
    ['Lu par 320 internautes', 'fr'],
    ['تم تصفح هذا الخبر 320 مرة', 'ar'],
    ['Écouter cet article - 2 min', 'fr'],
    ['استمع للمقال', 'ar'],
    ['الخبر السابق طقس الغد الخبر التالي أسعار الخضر', 'ar'],
    ['المقالات المنشورة تعبر عن رأي كاتبها ولا تعبر بالضرورة عن رأي الموقع', 'ar'],
    ['Ces tribunes n’engagent que leurs auteurs.', 'fr'],
  ])('goes when the page says of itself at the end «%s»', (line, lang) => {
    expect(read(`${own.map(p).join('')}${p(line)}`, lang).body).not.toContain(line);
  });

  it.each([
    ['Skip advertisement', 'en'],
    ['Ignorer À la une et continuer la lecture', 'fr'],
    ['تخطى قصص مقترحة وواصل القراءة', 'ar'],
  ])('goes when a link lets its hearers skip it: «%s»', (text, lang) => {
    const box = `<section><a href="#on">${text}</a>${p(other)}<p id="on" tabindex="-1">End of the section</p></section>`;
    const { body } = read(`${first}${second}${box}${third}${fourth}`, lang);
    expect(body).not.toMatch(/gravures|End of|Skip|Ignorer|تخطى/);
    expect(body).toContain('La directrice');
    const named = `<p><a href="#on">Les gravures</a></p>${p(other)}<h2 id="on">Suite</h2>`;
    expect(read(`${first}${second}${named}${third}${fourth}`, lang).body).toContain('gravures');
  });

  it.each([
    [
      'captions',
      (text: string) => `<figure><img src="/g.jpg"><figcaption>${text}</figcaption></figure>`,
    ],
    [
      'cards headed by links',
      (text: string) => `<div><h4><a href="/g">${text.slice(0, 30)}</a></h4>${p(text)}</div>`,
    ],
  ])('goes when it is a gallery of other stories in %s', (_, slide) => {
    const stories = [
      other,
      'Six pompiers volontaires ont remonté un piano oublié sous la scène du théâtre.',
      'La grande roue s’est arrêtée plus tôt après une panne de courant.',
    ];
    const { body } = read(
      `${first}${second}<section><h3>La semaine en images</h3>${stories.map(slide).join('')}</section>${third}${fourth}`,
    );
    expect(body).not.toMatch(/gravures|piano|grande roue/);
    expect(body).toContain('Une visite du site');
  });

  it.each([
    [
      'tags',
      p('Mots clés : <a href="/1">eau</a>, <a href="/2">barrage</a>, <a href="/3">vallée</a>'),
      'Mots clés',
    ],
    ['places to share', '<div><a href="#">Partager</a> <a href="#">Imprimer</a></div>', 'Imprimer'],
    [
      'a call to follow',
      p('Suivez-nous sur WhatsApp et abonnez-vous à notre chaîne Telegram.'),
      'Telegram',
    ],
    [
      'the author’s life',
      `<div><h4>Anne Lormel</h4>${p('Anne Lormel couvre la vallée depuis dix ans et a publié deux livres.')}</div>`,
      'deux livres',
    ],
  ])('goes when it is %s at the end', (_, line, words) => {
    const { body } = read(own.map(p).join('') + line);
    expect(body).not.toContain(words);
    expect(body).toContain('Une visite du site');
  });

  const link = '<a href="/halle">Les gravures de la halle aux grains reviennent</a>';
  it.each([
    ['alone', p(link)],
    ['after a label', p(`Notre vidéo : ${link}`)],
    ['after a few words', p(`<i>Retrouvez aussi notre article ${link}</i>`)],
    ['as a heading with a label', `<h4>DOSSIER | ${link}</h4>`],
    ['in brackets', p(`(voir notre article : ${link})`)],
    ['beside one more', p(link) + p('<a href="/quai">Une exposition de gravures sur le quai</a>')],
  ])('goes when it is another page’s headline on a line of its own, %s', (_, line) => {
    expect(read(first + second + line + third + fourth).body).not.toContain('gravures');
  });

  it('goes when it is a word for advertising, or says how long reading takes', () => {
    const { body } = read(
      `${p('Temps de lecture : 3 minutes')}${first}${second}<div>Publicité</div>${third}${fourth}`,
    );
    expect(body).not.toMatch(/Temps de lecture|Publicité/);
  });

  it('goes when a rule marks off a further piece in the same part', () => {
    const next = `<hr><h1>Une halle aux grains rouverte</h1>${p(other)}${p(`${other} Les billets sont en vente.`)}`;
    expect(read(own.map(p).join('') + next).body).not.toContain('gravures');
  });

  it('goes when it stands under «Commentaires», in the part of the article itself', () => {
    const posts =
      p('Riverain') + p('Enfin, nous le demandons depuis des années dans le bas de la vallée.');
    const { body } = read(`${own.map(p).join('')}<h2>Commentaires</h2>${posts}`);
    expect(body).not.toContain('bas de la vallée');
  });

  it('goes when it is a further piece in a part of its own, without any article', () => {
    const next = `<section><span>À suivre</span><h1>Une halle aux grains rouverte</h1>${p(other)}${p(`${other} Les billets sont en vente.`)}</section>`;
    const { body } = read(`<section>${own.map(p).join('')}</section>${next}`);
    expect(body).not.toContain('gravures');
  });

  it('goes when it is the next article of an endless page', () => {
    const next = `<article><h1>Une halle aux grains rouverte</h1>${p(other)}${p(`${other} Les billets sont en vente.`)}</article>`;
    const { body } = read(`<article>${own.map(p).join('')}</article>${next}`);
    expect(body).not.toContain('gravures');
  });

  it('goes when it lies in a dialog', () => {
    const { body } = read(`${first}${second}<dialog>${p(other)}</dialog>${third}${fourth}`);
    expect(body).not.toContain('gravures');
  });

  it.each([
    ['fr', 'La suite de cet article est réservée aux abonnés.'],
    ['ar', 'هذا المقال مخصص للمشتركين. اشترك الآن لقراءة بقية المقال.'],
    ['en', 'Subscribe now to continue reading.'],
  ])('goes when it asks at the end to pay for the rest (%s)', (_, prompt) => {
    const { body, paywalled } = read(`${own.map(p).join('')}<div>${p(prompt)}</div>`);
    expect(body).not.toContain(prompt);
    expect(paywalled).toBe(true);
  });

  it('goes when it is the headline again', () => {
    const { body } = read(`<p><b>${title}</b></p>${own.map(p).join('')}`);
    expect(body.startsWith(own[0] as string)).toBe(true);
  });

  it('goes when it is the body once more, for phones', () => {
    const text = own.map(p).join('');
    const { body } = read(
      `<div class="desktop-version">${text}</div><div class="mobile-version">${text}</div>`,
    );
    expect(body.split('La directrice')).toHaveLength(2);
  });
});

describe('what belongs to the article', () => {
  it('stays when all of it is hidden until a script shows it', () => {
    const { body } = read(`<div style="display:none">${own.map(p).join('')}</div>`);
    expect(body).toContain('La directrice');
  });

  it('stays when it is a list that the text announces, even of links alone', () => {
    const list =
      '<ul><li><a href="/1">Barrage du Moulin</a></li><li><a href="/2">Barrage des Aulnes</a></li></ul>';
    const { body, html } = read(`${first}${second}<p>Sont concernés :</p>${list}${third}${fourth}`);
    expect(body).toContain('Barrage des Aulnes');
    expect(html).toMatch(/<ul>\s*<li[^>]*><a [^>]*>Barrage du Moulin/);
  });

  it('stays when it is a chapter that a heading of the first rank opens', () => {
    const chapter = `<section><h1>Ce que change le report</h1>${third}${p('Le barrage restera donc ouvert, et le syndicat refera ses comptes.')}</section>`;
    const { body } = read(`<section>${first}${second}</section>${chapter}`);
    expect(body).toContain('La directrice');
  });

  it('stays when it is a line with a link to another site', () => {
    const { body } = read(
      `${first}${second}<p><a href="https://eaux.example/plan">Le plan complet des vannes de la vallée</a></p>${third}${fourth}`,
    );
    expect(body).toContain('Le plan complet');
  });

  it('stays when it is a link in a sentence, or one of a list of them', () => {
    const sentence = p(
      'Le syndicat a publié <a href="/plan">le plan complet des vannes de la vallée</a> sur son site.',
    );
    expect(read(own.map(p).join('') + sentence).body).toContain('le plan complet');
    const list = ['du Moulin', 'des Aulnes', 'du Vieux Pont']
      .map((name) => p(`<a href="/b">Le rapport sur le barrage ${name}</a>`))
      .join('');
    expect(read(first + second + list + third + fourth).body).toContain('Vieux Pont');
  });

  it('stays when somebody declines to comment before publication', () => {
    const line =
      'Le ministère n’a pas souhaité faire de commentaire avant la publication du rapport.';
    expect(read(own.map(p).join('') + p(line)).body).toContain(line);
  });

  it('stays when it tells what happened when, day by day', () => {
    const days = ['12 mars 2024 à 9 h 30', '14 mars 2024 à 18 h 10']
      .map((day, at) => `<li><b>${day}</b>${own[at + 2] ? p(own[at + 2] as string) : ''}</li>`)
      .join('');
    expect(read(`${first}${second}<ul>${days}</ul>`).body).toContain('La directrice');
  });

  it('stays as rows and cells when it is a table', () => {
    const row = (name: string, level: number) => `<tr><td>${name}</td><td>${level}</td></tr>`;
    const table = `<table><tr><th>Barrage</th><th>Niveau</th></tr>${row('Moulin', 12)}${row('Aulnes', 9)}</table>`;
    const { body, html } = read(first + second + table + third + fourth);
    expect(body).toContain('Barrage\tNiveau\nMoulin\t12\nAulnes\t9');
    expect(html).toContain('<table>');
  });
});

describe('a page without a shown title', () => {
  it('is read, whatever galleries stand in it', () => {
    const slides = [own[0], other, own[2]]
      .map((text, at) => `<li><img src="/${at}.jpg"><h3>${at + 1}/3</h3><p>${text}</p></li>`)
      .join('');
    const html = `<html lang="fr"><body>${own.map(p).join('')}<ul>${slides}</ul>${third}</body></html>`;
    const { warnings, body } = extract(Buffer.from(html), { url: 'https://vallee.example/x' });
    expect(warnings).toEqual([]);
    expect(body).toContain('La directrice');
  });
});

describe('polls', () => {
  const body = (poll: string) => read(first + second + poll + third + fourth).body;

  it.each([
    [
      'fields',
      '<div><h4>Faut-il vider le lac ?</h4><label><input type="radio"> Oui, vite</label><label><input type="radio"> Non</label></div>',
    ],
    [
      'buttons',
      '<div><p>Faut-il vider le lac ?</p><button>Oui, vite</button><button>Non</button></div>',
    ],
    [
      'a count',
      '<div><p>Faut-il vider le lac ?</p><ul><li>Oui, vite 61 %</li><li>Non 39 %</li></ul><p>1 204 votes</p></div>',
    ],
  ])('go when they are told by %s', (_, poll) => {
    const text = body(poll);
    expect(text).not.toContain('vider le lac');
    expect(text).not.toContain('Oui, vite');
    expect(text).toContain('niveau serait mesuré');
  });

  it('are no questions that fold their answers out', () => {
    const answer =
      '<div><p>Le niveau baissera de quatre mètres, puis remontera avec les pluies de novembre selon les relevés.</p></div>';
    const faq = `<section><h3>Faut-il vider le lac ? <button>Ouvrir la réponse</button></h3>${answer}<h3>Qui paiera ? <button>Ouvrir la réponse</button></h3>${answer.replace('Le niveau', 'La région')}</section>`;
    const text = body(faq);
    expect(text).toContain('vider le lac');
    expect(text).toContain('La région baissera');
  });
});

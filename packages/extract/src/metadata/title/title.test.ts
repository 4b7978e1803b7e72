import { describe, expect, it } from 'vitest';
import type { ShownLine } from './shown-lines.ts';
import { SiteNames } from './site-name.ts';
import { chooseTitle } from './title.ts';
import type { TitleSources } from './title-line.ts';
import { plainLine } from './title-text.ts';

const site = new SiteNames(['Le Courrier du Sud'], 'www.courriersud.example');
const title = (sources: Partial<TitleSources>) =>
  chooseTitle(
    {
      headings: [],
      openGraph: '',
      jsonLd: '',
      document: '',
      twitter: '',
      others: [],
      lesser: () => [],
      drawn: () => [],
      shown: () => [],
      ...sources,
    },
    site,
  );

const shownLine = (text: string, more: Partial<ShownLine> = {}): ShownLine => ({
  text,
  isLoud: false,
  isHeading: false,
  isOverText: false,
  at: 0,
  ...more,
});

describe('chooseTitle', () => {
  it('takes the site’s name off the document’s title', () => {
    expect(title({ document: 'La pluie revient | Le Courrier du Sud' })).toBe('La pluie revient');
  });

  it('takes a name off that only the heading betrays', () => {
    expect(
      title({
        headings: ['La pluie revient'],
        openGraph: 'La pluie revient – Autre Nom – 3.4.2024',
      }),
    ).toBe('La pluie revient');
  });

  it('takes a name off that nothing declares, where a lesser heading shows the headline', () => {
    expect(
      title({
        headings: ['Région'],
        openGraph: 'La pluie revient – Autre Nom',
        document: 'La pluie revient – Autre Nom',
        lesser: () => ['La pluie revient', 'Les autres titres'],
      }),
    ).toBe('La pluie revient');
  });

  it('takes the one long heading where the page’s own titles are the site and its slogan', () => {
    const slogan = 'Le Courrier du Sud | Chaque matin au port';
    const headings = ['La pluie revient enfin sur le barrage'];
    expect(title({ headings, openGraph: slogan, document: slogan })).toBe(headings[0]);
    expect(title({ openGraph: slogan, document: slogan, lesser: () => headings })).toBe(
      headings[0],
    );
  });

  it('takes the shown line that the document’s title says beside a mark, where no heading tells', () => {
    const shown = () => [shownLine('Publicité'), shownLine('La pluie revient enfin')];
    for (const document of [
      'La pluie revient enfin - Autre Nom',
      'Autre Nom - La pluie revient enfin',
      'Le Phare du Ponant : La pluie revient enfin',
      'Autre Nom >> La pluie revient enfin',
    ])
      expect(title({ document, shown })).toBe('La pluie revient enfin');
  });

  it('takes the loud line over the text where the document’s title is the house’s name, which the page shows too', () => {
    const house = shownLine('Le Phare du Ponant', { isLoud: true });
    const headline = { isLoud: true, isOverText: true, at: 4 };
    const day = shownLine('Mardi 3 mars 2026', { isOverText: true });
    const shown = [house, shownLine('La pluie revient enfin', headline), day];
    const document = 'Le Phare du Ponant';
    expect(title({ document, shown: () => shown })).toBe('La pluie revient enfin');
    expect(title({ document: 'Un autre titre', shown: () => shown })).toBe('Un autre titre');
    const lower = shownLine('Les écoles rouvrent dans la vallée', { ...headline, isHeading: true });
    expect(title({ document, shown: () => [...shown, lower] })).toBe(lower.text);
    const plain = shown.map((it) => ({ ...it, isLoud: false }));
    expect(title({ document, shown: () => plain })).toBe(document);
    const quiet = shownLine('Les écoles rouvrent enfin dans la vallée', {
      isOverText: true,
      at: 4,
    });
    expect(title({ document, shown: () => [...plain, quiet] })).toBe(quiet.text);
    const two = [...shown, shownLine('Le barrage se remplit enfin', headline)];
    expect(title({ document, shown: () => two })).toBe(document);
  });

  it('does not believe an h1 that no other source knows', () => {
    expect(title({ headings: ['Menu'], document: 'La pluie revient enfin' })).toBe(
      'La pluie revient enfin',
    );
  });

  it('prefers the sharing title when the search engines’ one repeats the heading', () => {
    const seo = 'Barrage Al Wahda : niveau de l’eau en mars';
    expect(
      title({ headings: [seo], jsonLd: seo, document: seo, openGraph: 'Le barrage respire enfin' }),
    ).toBe('Le barrage respire enfin');
  });

  it('prefers the heading when the document’s title repeats the sharing one', () => {
    const seo = 'Barrage Al Wahda : niveau de l’eau en mars';
    const shown = 'Le barrage Al Wahda respire enfin';
    expect(title({ headings: [shown], document: seo, openGraph: seo })).toBe(shown);
  });

  it('prefers the heading to a sharing title that no other says', () => {
    const shown = 'Le barrage Al Wahda retrouve de l’eau';
    const network = {
      openGraph: 'Vous n’allez pas en croire vos yeux',
      document: 'Eau et barrages',
    };
    expect(title({ headings: [shown], jsonLd: shown, ...network })).toBe(shown);
    expect(title({ headings: [shown], ...network })).toBe(shown);
    expect(title({ headings: ['Le direct'], ...network })).toBe(network.openGraph);
  });

  it('does not believe a sharing title that tells of the site', () => {
    const shown = {
      headings: ['La pluie revient enfin'],
      document: 'La pluie revient enfin | Vallée Info',
    };
    for (const openGraph of [
      'Vallée Info : le journal de chez vous',
      'Le Courrier du Sud : toute l’actualité',
    ])
      expect(title({ ...shown, openGraph })).toBe('La pluie revient enfin');
  });

  it('does not believe a sharing title without a word of the heading, where only the site’s name follows it', () => {
    const shown = {
      headings: ['La pluie revient enfin'],
      document: 'La pluie revient enfin | Le Courrier du Sud',
    };
    expect(title({ ...shown, openGraph: 'Actualités, météo, marées' })).toBe(
      'La pluie revient enfin',
    );
  });

  it.each(['Titre de l’article', '{{title}}', 'عنوان المقال', '[title]'])(
    'does not believe a template that says «%s»',
    (openGraph) => {
      expect(title({ headings: ['La pluie revient enfin'], openGraph })).toBe(
        'La pluie revient enfin',
      );
    },
  );

  it('does not take a heading of the site’s name and slogan', () => {
    expect(
      title({
        headings: ['Le Courrier du Sud : la pluie et le beau temps'],
        document: 'Le Courrier du Sud :: La pluie revient enfin sur le barrage',
        lesser: () => ['La pluie revient enfin sur le barrage'],
      }),
    ).toBe('La pluie revient enfin sur le barrage');
  });

  it.each(['Article réservé aux abonnés', 'For subscribers', 'خاص بالمشتركين'])(
    'leaves «%s» behind the headline out',
    (badge) => {
      const document = 'La pluie revient enfin sur le barrage';
      expect(title({ headings: [`${document} ${badge}`], document: `${document} | Vallée` })).toBe(
        document,
      );
    },
  );

  it('leaves a badge out though the site’s name is not known', () => {
    expect(
      title({
        headings: ['للمشتركين عودة الأمطار إلى السدود'],
        document: 'عودة الأمطار إلى السدود | جريدة المرسى',
      }),
    ).toBe('عودة الأمطار إلى السدود');
  });

  it('leaves a kicker in the heading out', () => {
    expect(
      title({ headings: ['Sport Le Raja gagne le derby'], document: 'Le Raja gagne le derby' }),
    ).toBe('Le Raja gagne le derby');
  });

  it('spells the title as the source with intact spaces does', () => {
    expect(
      title({ headings: ['Casablanca:Le port rouvre'], openGraph: 'Casablanca: Le port rouvre' }),
    ).toBe('Casablanca: Le port rouvre');
  });

  it('asks lesser headings where the h1 is the site’s banner', () => {
    expect(
      title({
        headings: ['Vivre ici et ailleurs'],
        document: 'La pluie revient enfin | Vivre ici et ailleurs',
        lesser: () => ['Menu', 'La pluie revient enfin', 'Commentaires'],
      }),
    ).toBe('La pluie revient enfin');
  });

  it('believes no name of a section where more places say the headline', () => {
    const told = { openGraph: 'Économie', lesser: () => ['La pluie revient au sud'] };
    const document = 'Le Courrier du Sud - La pluie revient au sud';
    expect(title({ ...told, headings: ['Le Courrier du Sud'], document })).toBe(
      'La pluie revient au sud',
    );
    const shown = { headings: ['Économie'], document: 'La pluie revient au sud | Économie' };
    expect(title({ ...told, ...shown })).toBe('La pluie revient au sud');
    // A headline of one word that both open with.
    const short = { headings: ['Dune'], document: 'Dune : la pluie revient au sud' };
    expect(title({ ...told, ...short, openGraph: 'Dune' })).toBe('Dune');
  });

  it('gives a title that was cut off as a lesser heading shows it', () => {
    expect(
      title({
        headings: ['Le Courrier du Sud'],
        openGraph: 'La pluie revient au su...',
        document: 'Météo : La pluie revient au sud',
        lesser: () => ['La pluie revient au sud'],
      }),
    ).toBe('La pluie revient au sud');
  });

  it('is empty when nothing names the page', () => {
    expect(title({})).toBe('');
  });
});

describe('SiteNames', () => {
  it('knows the site by its host, its declared names and what media add to them', () => {
    for (const name of [
      'courriersud',
      'Courriersud News',
      'Le Courrier du Sud',
      'courriersud.example',
    ])
      expect(site.has(name)).toBe(true);
    expect(site.has('Le Courrier du Nord-Ouest')).toBe(false);
  });

  it('takes no mark of a quote for one before the name', () => {
    const said = 'Pluie : « Nous rentrons les foins »';
    expect(site.strip(`${said} | Le Courrier du Sud`)).toBe(said);
    expect(site.strip('La pluie revient » Le Courrier du Sud')).toBe('La pluie revient');
  });

  it('strips names from both ends but never the whole title', () => {
    expect(site.strip('Le Courrier du Sud : le port de Tanger rouvre')).toBe(
      'le port de Tanger rouvre',
    );
    expect(site.strip('Le Courrier du Sud')).toBe('Le Courrier du Sud');
  });
});

describe('plainLine', () => {
  it('undoes double escapes, tags and invisible marks', () => {
    expect(plainLine('A &amp;quot;b&amp;quot; <em>c</em>\n d&#8217;e')).toBe('A "b" c d’e');
  });
});

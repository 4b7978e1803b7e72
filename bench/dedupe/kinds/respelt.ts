import type { Case } from './dispatch.ts';

const one = (
  language: string,
  name: string,
  body: string,
  titles: [string, string],
  change: [string, string],
  after = 14,
): Case => ({
  kind: 'respelt',
  name,
  groups: 'aa',
  texts: [
    { language, title: titles[0], body },
    { language, title: titles[1], body: body.replaceAll(change[0], change[1]), after },
  ],
});

const VISIT =
  'Le ministre des Affaires étrangères, Hatem Derouiche, a reçu mardi à Carthène son homologue Mikhaïl Bogoslavski, en visite de travail de deux jours. Les deux hommes ont signé un accord sur la pêche et convenu de relancer la commission mixte, qui ne s’est plus réunie depuis 2019. « Nos échanges peuvent doubler en cinq ans », a estimé Bogoslavski devant la presse. Le visiteur doit rencontrer mercredi des chefs d’entreprise avant de quitter le pays. Les exportations d’agrumes figuraient également au menu des discussions.';
const GOAL =
  'قاد المهاجم الدولي يوسف العرابي فريقه أولمبيك بيراوس إلى فوز ثمين خارج ميدانه بعدما سجل هدفين في الشوط الثاني. ودخل العرابي بديلا في الدقيقة 58 وعادل النتيجة بعد أربع دقائق من تسديدة أرضية، ثم أضاف هدف الفوز برأسية في الدقيقة 84. وصعد الفريق بهذا الانتصار إلى المركز الثاني برصيد 27 نقطة، خلف المتصدر بفارق الأهداف. ويستعد اللاعب للالتحاق بمعسكر المنتخب مطلع الأسبوع المقبل.';
const STRIKE =
  'Train drivers at Northern Coast Railways will walk out for 48 hours from Friday in a dispute over rosters, the union said. Talks with the company broke down on Tuesday night after eleven hours. "They left the table, not us," said general secretary Maureen Halloran. The company said it would run one train in three and refund tickets bought before Monday. The last strike, in April, cost the line 4 million crowns.';

/** One word is mended or spelt otherwise, in the body and perhaps in the title; the same report. */
export const RESPELT: readonly Case[] = [
  one(
    'fr',
    'a name mended in the body',
    VISIT,
    ['Accord de pêche signé à Carthène', 'Accord de pêche signé à Carthène'],
    ['Bogoslavski', 'Bogoslavsky'],
  ),
  one(
    'fr',
    'a name mended in title and body',
    VISIT,
    ['Derouiche reçoit Bogoslavski', 'Derouiche reçoit Bogoslavsky'],
    ['Bogoslavski', 'Bogoslavsky'],
  ),
  one(
    'fr',
    'a name in a long title',
    VISIT,
    [
      'Carthène : le ministre Hatem Derouiche signe un accord de pêche avec Bogoslavski',
      'Carthène : le ministre Hatem Derouiche signe un accord de pêche avec Bogoslavsky',
    ],
    ['Bogoslavski', 'Bogoslavsky'],
  ),
  one(
    'ar',
    'a name spelt otherwise in the body',
    GOAL,
    ['هدفان يقودان أولمبيك إلى الوصافة', 'هدفان يقودان أولمبيك إلى الوصافة'],
    ['بيراوس', 'بيرايوس'],
  ),
  one(
    'ar',
    'a name spelt otherwise in the title too',
    GOAL,
    ['العرابي يقود أولمبيك بيراوس إلى فوز ثمين', 'العرابي يقود أولمبيك بيرايوس إلى فوز ثمين'],
    ['بيراوس', 'بيرايوس'],
  ),
  one(
    'en',
    'a typo',
    STRIKE,
    ['Train drivers to strike for 48 hours', 'Train drivers to strike for 48 hours'],
    ['rosters', 'rotas'],
  ),
  one(
    'en',
    'a figure mended',
    STRIKE,
    ['Train drivers to strike from Friday', 'Train drivers to strike from Friday'],
    ['4 million', '14 million'],
  ),
  one(
    'en',
    'a name mended',
    STRIKE,
    ['Union chief Halloran: they left the table', 'Union chief O’Halloran: they left the table'],
    ['Halloran', 'O’Halloran'],
  ),
];

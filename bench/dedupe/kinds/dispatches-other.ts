import type { Dispatch } from './dispatch.ts';

/** The same in English, Spanish and Tamazight (Latin and Tifinagh letters). */
export const OTHERS: readonly Dispatch[] = [
  {
    language: 'en',
    title: 'Flooding kills 21 in Marlow valley as river bursts banks',
    other: 'Deadly floods hit Marlow: what we know so far',
    lead: 'Residents woke to scenes that the oldest of them said they had never witnessed.',
    body: [
      'At least 21 people were killed and thousands displaced after the river Tamsin burst its banks in the Marlow valley overnight, officials said on Wednesday.',
      'Rescuers in boats and two helicopters pulled 340 people from rooftops, the civil defence agency said in a statement, adding that 13 people were still missing.',
      '"The water came in less than ten minutes," said Yusuf Denning, a baker in the town of Harrow Ford, where the bridge collapsed.',
      'Forecasters expect another 60 millimetres of rain by Thursday evening and have kept the red alert in place for three districts.',
      'The government released 40 million crowns in emergency aid and ordered schools in the valley to stay shut until Monday.',
    ],
  },
  {
    language: 'en',
    title: 'Oil steadies as producers weigh output cut',
    other: 'Crude holds ground before key meeting',
    lead: 'Traders are holding their breath, and their positions, until the weekend.',
    body: [
      'Oil prices steadied on Friday, on course for a weekly gain of 2.3 percent, as investors awaited a meeting of leading producers that is expected to weigh a further cut in output.',
      'January crude futures were up 14 cents at $78.62 a barrel by 1015 GMT, while the spot grade slipped 9 cents to $74.10.',
      '"The market has priced in half a million barrels; anything less would disappoint," said Hanna Loewe, an analyst at Norcap Research.',
      'Inventories fell by 3.8 million barrels last week, official figures showed, against expectations of a small build.',
      'Demand in the largest importing country rose for a third month, helped by lower retail fuel taxes.',
    ],
  },
  {
    language: 'es',
    title: 'Rescatadas 58 personas de una patera a la deriva frente a Punta Almena',
    other: 'Salvamento localiza una embarcación con decenas de migrantes',
    lead: 'La noche fue larga para los equipos de rescate, que trabajaron con olas de tres metros.',
    body: [
      'Salvamento Marítimo ha rescatado este martes a 58 personas, entre ellas once mujeres y cuatro menores, que viajaban a bordo de una patera a la deriva a 40 millas de Punta Almena, según ha informado la Delegación del Gobierno.',
      'La embarcación, localizada por un mercante a las 6.20 horas, había zarpado cinco días antes de la costa africana y se había quedado sin combustible.',
      'Los ocupantes fueron trasladados al puerto por la guardamar Casiopea y atendidos por la Cruz Roja; tres de ellos fueron hospitalizados con síntomas de hipotermia.',
      'Con este rescate son ya 1.274 las personas llegadas a la provincia por vía marítima en lo que va de año, un 18 % más que en el mismo periodo anterior.',
      'La Policía Nacional ha abierto diligencias para identificar a los patrones de la embarcación.',
    ],
  },
  {
    language: 'ber',
    title: 'Tamsirit n tutlayt tamazight deg 120 n yiɣerbazen n tmurt n Adrar',
    other: 'Aseggas amaynut i tmazight deg Adrar',
    lead: 'D tikkelt tamezwarut ideg ara yili waya deg temnaḍt-a, ad d-tawi s umata asirem.',
    body: [
      'Yenna-d uneɣlaf n usegmi, Meẓyan Uqasi, assa deg Adrar, belli aselmed n tutlayt tamazight ad yili deg 120 n yiɣerbazen imezwura seg unebdu i d-iteddun.',
      'Aṭas n yiselmaden, 215 s umata, i yettwafernen i uselmed-a, rnu ɣur-s asiẓreg n krad n yidlisen imaynuten i yinelmaden.',
      'Tenna-d tselmadt Taklit Bujemɛa belli arrac ad lemden tira s tifinaɣ d tlatinit, d wamek ara ɣren tamedyazt n zik.',
      'Ixedim-a yekka-d seg umsefham gar tneɣlaft d usqamu n temnaḍt i yettwasezmlen deg useggas iɛeddan.',
      'Ad yili usmuter wis sin deg wayyur n maggu akken ad walin ayen yeḍran deg yiɣerbazen.',
    ],
  },
  {
    language: 'zgh',
    title: 'ⴰⵙⵏⵎⵍ ⵏ ⵜⵎⴰⵣⵉⵖⵜ ⴳ ⵜⵉⵏⵎⵍ ⵏ ⵜⵎⵏⴰⴹⵜ',
    other: 'ⵜⴰⵎⴰⵣⵉⵖⵜ ⴳ 80 ⵏ ⵜⵉⵏⵎⵍ',
    lead: 'ⵢⵓⵙⴰⴷ ⵓⵙⴳⴳⵯⴰⵙ ⴰⵎⴰⵢⵏⵓ ⵙ ⵢⴰⵏ ⵓⵙⵉⵔⵎ ⴰⵅⴰⵜⴰⵔ ⵉ ⵉⵏⵍⵎⴰⴷⵏ ⵏ ⵜⵎⵏⴰⴹⵜ ⴰⴷ.',
    body: [
      'ⵉⵏⵏⴰ ⵓⵎⵀⵍⴰ ⵏ ⵓⵙⴳⵎⵉ ⴰⵙⵙⴰ ⵎⴰⵙ ⴰⵙⵏⵎⵍ ⵏ ⵜⵓⵜⵍⴰⵢⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵔⴰⴷ ⵉⵙⵙⵏⵜⵉ ⴳ 80 ⵏ ⵜⵉⵏⵎⵍ ⵏ ⵜⵎⵏⴰⴹⵜ ⵏ ⵙⵓⵙ ⴳ ⵡⴰⵢⵢⵓⵔ ⵏ ⵛⵓⵜⴰⵏⴱⵉⵔ.',
      'ⵜⵏⵏⴰ ⵜⵙⵍⵎⴰⴷⵜ ⴼⴰⴹⵎⴰ ⵓⵃⵎⵎⵓ ⵎⴰⵙ ⵉⵏⵍⵎⴰⴷⵏ ⵔⴰⴷ ⵍⵎⴷⵏ ⵜⵉⵔⴰ ⵙ ⵜⵉⴼⵉⵏⴰⵖ ⴷ ⵜⵎⴷⵢⴰⵣⵜ ⵜⴰⵇⴱⵓⵔⵜ.',
      'ⵍⵍⴰⵏ 150 ⵏ ⵉⵙⵍⵎⴰⴷⵏ ⵍⵍⵉ ⵉⵙⵙⵖⵔⵉⵏ ⵜⴰⵎⴰⵣⵉⵖⵜ ⴳ ⵜⵎⵏⴰⴹⵜ ⴰⴷ ⵣⴳ ⵓⵙⴳⴳⵯⴰⵙ ⵏⵏⴰ ⵉⵣⵔⵉⵏ.',
      'ⵔⴰⴷ ⵉⵎⵓⵏ ⵓⵙⵇⵇⵉⵎ ⵏ ⵜⵎⵏⴰⴹⵜ ⴰⵔ ⴰⵎⵓⵏ ⴰⵡⵔⵏⴰ ⵉ ⵓⵣⵔⴰⴱ ⵏ ⵓⵙⵏⵎⵍ.',
    ],
  },
];

import { placeNames, type TextBook } from './text-book.ts';

export const english: TextBook = {
  towns: placeNames(
    ['Ain', 'Oued', 'Ksar', 'Borj', 'Sidi', 'Jbel', 'Marsa', 'Dar'],
    [
      'Zitoun',
      'Hilal',
      'Nakhil',
      'Louz',
      'Rihane',
      'Morjane',
      'Hamam',
      'Fajr',
      'Araar',
      'Safsaf',
      'Ghzal',
      'Nassim',
      'Roumane',
      'Sounboul',
      'Zaatar',
      'Defla',
    ],
  ),
  people: [
    'Salma Bahraoui',
    'Hamid Ouahi',
    'Nezha Ksiri',
    'Driss Morjani',
    'Kenza Rihani',
    'Mourad Hilali',
  ],
  bodies: [
    'The municipal council',
    'The Friends of the Valley association',
    'The provincial directorate',
    'The women growers’ cooperative',
  ],
  topics: [
    {
      section: 'Society',
      titles: [
        'Drinking water on its way to {tens} villages near {town}',
        '{town} turns on the tap after years of waiting',
        'Work begins on a water network for the hills above {town}',
      ],
      leads: [
        'Work began this morning on a network that will bring drinking water to {tens} villages around {town}. Residents have asked for it for years, and the need grew as one dry season after another emptied the springs of the valley.',
        'Households in {tens} villages near {town} are to receive drinking water at home within months. Crews have finished laying the main pipes, and the tank on the plateau above the town has passed its first tests.',
      ],
      details: [
        [
          'The project includes a pumping station, a tank of {hundreds} cubic metres and {tens} kilometres of pipe. {body} expects it to be in service before summer, provided the pumps, which have been delayed once already, arrive as promised.',
          'Because the ground is steep, engineers chose solar pumping. {body} says this will halve the running costs of the network and allow the tariff to stay within reach of the poorest families.',
        ],
        [
          'Until now women have walked about {few} kilometres a day to fill their cans, and many girls left school to help them. Teachers raised the matter at the start of every school year, without much success.',
          'Last summer the tanker lorries came only once every {few} days, and the price of a load climbed to {hundreds} dirhams. Some families moved in with relatives in the city until the autumn rains.',
        ],
        [
          'In all, {hundreds} households will be served, along with {few} schools, two clinics and the mosque. Troughs will be built along the tracks for herders on their way to the high pastures.',
          'A users’ association will run the network. {few} young people from the villages have been trained to maintain the pumps, read the meters and find leaks, and will be paid a monthly allowance.',
        ],
      ],
      caption: 'Pipes being laid outside {town}',
    },
    {
      section: 'Business',
      titles: [
        'Olive harvest up {tens} per cent in {town}',
        'Growers in {town} bet on quality as prices fall',
        'New olives, old mills: a good year for {town}',
      ],
      leads: [
        'Olive growers in {town} expect a harvest {tens} per cent above last year’s. Early autumn rain has revived the trees after three lean seasons, and the first lorries are already queuing outside the mills.',
        'The mills of {town} have begun to take in olives, and the harvest looks set to rise by {tens} per cent. Shoppers are waiting to see what that will do to the price of a litre of oil.',
      ],
      details: [
        [
          'The fruit is better than in past years, says {person}, who farms {tens} hectares. Labour, however, costs more each season: a day’s picking now pays {hundreds} dirhams, lunch included.',
          'The district has {few} modern mills and {tens} traditional ones. {body} says inspections this year will look at waste water, which was long poured into the river to the anger of people downstream.',
        ],
        [
          'At the weekly market a kilo sold for between {few} dirhams and twice that, depending on variety and size. Several growers preferred to hold their crop back and wait for better prices.',
          'Traders do not expect cheaper oil for at least two months. Last year’s stocks are gone, they say, and demand always rises at the start of the season before it settles.',
        ],
        [
          'The cooperative has launched a brand named after the town and sold {hundreds} litres online in its first week. The result persuaded other women to join, and a second workshop is being considered.',
          'The cooperative hopes to be certified organic before the end of the year. An accredited laboratory has inspected the plots of {tens} members and raised no objections.',
        ],
      ],
      caption: 'Picking olives in a grove near {town}',
    },
    {
      section: 'Regions',
      titles: [
        'Road to {town} gets {tens} million dirhams',
        'A new bridge ends the isolation of villages near {town}',
        'Roadworks near {town} enter the final stretch',
      ],
      leads: [
        'Work on the road between {town} and the coast has entered its last phase. The {tens} million dirham scheme is meant to bring the journey to the port down to less than an hour.',
        'Some {tens} million dirhams will go into widening the mountain road to {town} and building a bridge over the river, after a series of accidents at the bend that locals call the willow.',
      ],
      details: [
        [
          'The stretch is {tens} kilometres long and was split in two so that traffic could continue. Temporary signs send drivers along other routes during the night, when the heavy machines are moved.',
          'The contract covers a stronger road bed, {few} culverts and crash barriers along the cliff. {hundreds} trees are to be planted to hold the soil of the embankments in place.',
        ],
        [
          'A taxi driver for twenty years, {person} says the potholes doubled the time of the journey and that repairs swallowed a third of a month’s income. Passengers often preferred to walk the last part.',
          'Stallholders at the weekly market say trade has slowed during the works. They want the temporary crossing opened to the vans that carry fruit and vegetables down from the terraces.',
        ],
        [
          'The end is expected in {few} months. The latest rains stopped work for {tens} days and washed away part of the embankment by the old bridge, which had to be built again from the ground.',
          'A second scheme will follow, with {tens} kilometres of rural tracks to be surfaced. They will connect schools and health centres with the main road, the same source said, without giving a date.',
        ],
      ],
      caption: 'Machines at work on the road to {town}',
    },
  ],
  quotes: [
    '“We have waited a long time and we hope the dates will be kept, because people are tired of promises,” said {person}.',
    '“Results will not come overnight, but the first step is the hardest and we have taken it together,” said {person}.',
    '“We want our children to stay, and they will stay only if they find here what they look for in the city,” said {person}.',
  ],
  closers: [
    'The council meets in ordinary session in the first week of next month, with the matter at the top of its agenda, next to the budget for the coming year.',
    '{town} and its surroundings have more than {tens},000 inhabitants, most of whom live from farming, livestock and crafts.',
    'The contractor did not answer repeated requests for comment before this newspaper went to press.',
  ],
  correction: 'Correction: an earlier version of this article gave the figure {from}. It is {to}.',
  labels: {
    home: 'Home',
    related: 'Related stories',
    mostRead: 'Most read',
    share: 'Share this story',
    by: 'By',
    published: 'Published',
    updated: 'Updated',
    comments: 'Comments',
    advertisement: 'Advertisement',
    subscribe: 'Get our newsletter every morning',
    rights: 'All rights reserved',
    agency: 'Almadar Wire',
  },
};

import { createHand, type Hand } from './hand.ts';

export type LaneName = 'news' | 'background';

/** Does work with what its lane has of its own, in whose hand it is until it has ended. */
export type InLane<Lane> = <Result>(
  of: { readonly isBackground: boolean },
  work: (lane: Lane) => Promise<Result>,
) => Promise<Result>;

/** News, and what is in the background: whoever waits for company waits for that of his own lane. */
export function openLanes<Lane>(open: (name: LaneName, hand: Hand) => Lane): InLane<Lane> {
  const lane = (name: LaneName) => {
    const hand = createHand();
    return { hand, own: open(name, hand) };
  };
  const [news, background] = [lane('news'), lane('background')];
  return ({ isBackground }, work) => {
    const { hand, own } = isBackground ? background : news;
    return hand.hold(() => work(own));
  };
}

/** Of the articles of a publisher, the share that another one tells too, soon after. */
export interface BeatTable {
  publisher_id: number;
  follower_id: number;
  share: number;
}

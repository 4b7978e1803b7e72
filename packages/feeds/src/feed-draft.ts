import { Spoken } from './spoken.ts';

/** A feed's draft: what an entry can say, and when to come again. */
export class FeedDraft extends Spoken {
  ttlMinutes: number | null = null;
  updatePeriod: string | null = null;
  updateFrequency: number | null = null;
  readonly skipHours = new Set<number>();
  readonly skipDays = new Set<string>();

  /** Minutes between two updates (RDF Site Summary 1.0 Modules: Syndication). */
  get syndicationMinutes(): number | null {
    if (this.updatePeriod === null && this.updateFrequency === null) return null;
    const period = minutesOf[this.updatePeriod ?? 'daily'];
    return period === undefined ? null : Math.round(period / (this.updateFrequency ?? 1));
  }
}

const minutesOf: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

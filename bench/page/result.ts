/** What a bench found, with all that another run would have to be like to be held against it. */
export interface Result {
  readonly bench: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly system: string;
    /** Of the last minute, when it began: what is above the number of cores was others'. */
    readonly load: number;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly commit: string;
  /** ISO 8601. */
  readonly at: string;
  readonly seconds: number;
  /** The bench's last line. */
  readonly figures: unknown;
}

/** A column of the plan or a row of the foot: one kind of figure, for every WHAT or HOW. */
export interface BandField<Line, Figures, Change> {
  readonly key: string;
  readonly label: string;
  /** What it says and what may be typed. */
  readonly hint: string;
  /** Fields of one zone are selected, pasted and undone together. */
  readonly zone: string;
  /** In px, across the lines. */
  readonly size: number;
  readonly align: 'start' | 'center' | 'end';
  /** As shown. */
  readonly text: (line: Line, figures: Figures) => string;
  /** Stands out: what trails, what leads. */
  readonly tone?: (line: Line, figures: Figures) => 'good' | 'bad' | 'strong' | null;
  /** null for what is computed. */
  readonly input: BandInput<Line, Change> | null;
}

export interface BandInput<Line, Change> {
  /** As it is put into the editor and copied; null where nothing can be entered. */
  readonly entry: (line: Line) => string | null;
  /** null for an entry that is none; a blank one clears. */
  readonly read: (entry: string) => Change | null;
  /** The entry that the space bar goes to. */
  readonly next?: (entry: string) => string;
  /** Taken as soon as what is typed means something, without Enter. */
  readonly immediate?: boolean;
}

/** null for a collapsed group, which has no figure of its own. */
export function ofLeaf<Value>(
  { leaf, firstLeaf }: { leaf: unknown; firstLeaf: number },
  values: readonly (Value | null)[],
): Value | null {
  return leaf === null ? null : (values[firstLeaf] ?? null);
}

/** A change of one field of one line. */
export interface BandWrite<Line, Change> {
  line: Line;
  change: Change;
}

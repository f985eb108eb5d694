import {
  type BandFault,
  type BandTable,
  copiedBlock,
  filledBlock,
  pastedBlock,
  writtenBlock,
} from './band-clipboard.ts';
import type { BandField, BandWrite } from './band-field.ts';
import type { BandCommand, Way } from './band-keys.ts';
import {
  type BandPlace,
  type BandSelection,
  type BandSize,
  blockOfSelection,
  isInBlock,
  onePlace,
  placeInside,
} from './band-selection.ts';

/** What a band shows at the moment. */
export interface BandContent<Line, Figures> {
  lines: readonly Line[];
  figures: Figures;
}

/** What a band asks of those around it. */
export interface BandHooks<Line, Change> {
  onWrites: (writes: readonly BandWrite<Line, Change>[]) => void;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
  /** The keyboard leaves over an edge; answers whether it found a place. */
  onLeave: (way: Way, place: BandPlace) => boolean;
  /** Lines may have to scroll into the drawn part. */
  onTravel: (from: BandPlace, to: BandPlace) => void;
  onRefused: (refusal: BandRefusal<Line>) => void;
}

export type BandRefusal<Line> =
  | { reason: 'outside'; rows: number; columns: number }
  | { reason: 'otherZone' }
  | { reason: 'invalid'; faults: { line: Line; label: string; hint: string; entry: string }[] };

export type CellMark = 'active' | 'selected' | 'none';

/**
 * Cells around the relations that one types into as into a spreadsheet: columns of figures for the WHATs,
 * or rows for the HOWs. It keeps its own selection, so that typing here redraws nothing of the matrix.
 */
export class Band<Line, Figures, Change> {
  readonly fields: readonly BandField<Line, Figures, Change>[];
  readonly #linesAre: 'rows' | 'columns';
  readonly #listeners = new Set<() => void>();
  #content: BandContent<Line, Figures> | null = null;
  #hooks: BandHooks<Line, Change> | null = null;
  #selection: BandSelection = onePlace({ row: 0, column: 0 });
  #wantsFocus = false;
  #focusTurn = 0;
  released = false;

  constructor(fields: readonly BandField<Line, Figures, Change>[], linesAre: 'rows' | 'columns') {
    this.fields = fields;
    this.#linesAre = linesAre;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells what is on screen; cells redraw by their own props. */
  show(content: BandContent<Line, Figures>, hooks: BandHooks<Line, Change>): void {
    this.#content = content;
    this.#hooks = hooks;
    const { anchor, active } = this.#selection;
    const inside = {
      anchor: placeInside(anchor, this.size),
      active: placeInside(active, this.size),
    };
    const moved = !(samePlace(anchor, inside.anchor) && samePlace(active, inside.active));
    if (moved) this.#select(inside);
  }

  get size(): BandSize {
    const lines = this.#content?.lines.length ?? 0;
    const fields = this.fields.length;
    return this.#linesAre === 'rows'
      ? { rows: lines, columns: fields }
      : { rows: fields, columns: lines };
  }

  get selection(): BandSelection {
    return this.#selection;
  }

  get wantsFocus(): boolean {
    return this.#wantsFocus;
  }

  /** Another number each time the active cell is to take the focus, also when it is active already. */
  get focusTurn(): number {
    return this.#focusTurn;
  }

  markOf(place: BandPlace): CellMark {
    if (samePlace(place, this.#selection.active)) return 'active';
    return isInBlock(place, blockOfSelection(this.#selection)) ? 'selected' : 'none';
  }

  at(place: BandPlace): ReturnType<BandTable<Line, Figures, Change>['at']> {
    const byRow = this.#linesAre === 'rows';
    const line = this.#content?.lines[byRow ? place.row : place.column];
    const field = this.fields[byRow ? place.column : place.row];
    return line === undefined || field === undefined ? null : { line, field };
  }

  #table(): BandTable<Line, Figures, Change> | null {
    const figures = this.#content?.figures;
    if (figures === undefined) return null;
    return { size: this.size, figures, at: (place) => this.at(place) };
  }

  enter(place: BandPlace): void {
    this.go(place, false);
  }

  /** The focus went elsewhere. */
  leave(): void {
    this.#wantsFocus = false;
  }

  go(wanted: BandPlace, reach: boolean): void {
    const place = placeInside(wanted, this.size);
    const from = this.#selection.active;
    this.#wantsFocus = true;
    this.#focusTurn += 1;
    if (reach) this.#select({ anchor: this.#selection.anchor, active: this.#inZone(place) });
    else this.#select(onePlace(place));
    this.#hooks?.onTravel(from, this.#selection.active);
  }

  /** A block reaches over fields of one zone only, for a paste over two would be two steps to undo. */
  #inZone(place: BandPlace): BandPlace {
    const axis = this.#linesAre === 'rows' ? 'column' : 'row';
    const zone = this.fields[this.#selection.anchor[axis]]?.zone;
    const step = place[axis] > this.#selection.anchor[axis] ? -1 : 1;
    let at = place[axis];
    while (this.fields[at]?.zone !== zone && at !== this.#selection.anchor[axis]) at += step;
    return { ...place, [axis]: at };
  }

  run(command: BandCommand): boolean {
    this.released = command.kind === 'release';
    switch (command.kind) {
      case 'go':
        this.go(command.place, command.reach);
        return true;
      case 'leave':
        return this.#hooks?.onLeave(command.way, this.#selection.active) ?? false;
      case 'clear':
        this.write('');
        return true;
      case 'fill':
        this.#fill(command.way);
        return true;
      case 'selectAll':
        this.#selectZone();
        return true;
      case 'cycle':
        return this.#cycle();
      case 'replay':
        this.#hooks?.onReplay(command.command);
        return true;
      case 'release':
        this.#select(onePlace(this.#selection.active));
        return true;
      case 'edit':
        return false;
    }
  }

  /** Writes an entry into the active cell, or into all that is selected. */
  write(entry: string, into: 'active' | 'selected' = 'selected'): void {
    const table = this.#table();
    if (table === null) return;
    const selection = into === 'active' ? onePlace(this.#selection.active) : this.#selection;
    this.#commit(writtenBlock(table, blockOfSelection(selection), entry));
  }

  copy(): string | null {
    const table = this.#table();
    return table === null ? null : copiedBlock(table, blockOfSelection(this.#selection));
  }

  paste(text: string): void {
    const table = this.#table();
    if (table === null) return;
    const pasted = pastedBlock(table, blockOfSelection(this.#selection), text);
    if (pasted.kind === 'nothing') return;
    if (pasted.kind === 'writes') {
      this.#commit(pasted.writes);
      const { top, left, bottom, right } = pasted.block;
      this.#select({
        active: { row: top, column: left },
        anchor: placeInside({ row: bottom, column: right }, this.size),
      });
      return;
    }
    if (pasted.kind === 'invalid') {
      this.#hooks?.onRefused({ reason: 'invalid', faults: this.#named(pasted.faults) });
    } else if (pasted.kind === 'outside') {
      const { rows, columns } = pasted;
      this.#hooks?.onRefused({ reason: 'outside', rows, columns });
    } else {
      this.#hooks?.onRefused({ reason: 'otherZone' });
    }
  }

  #named(faults: readonly BandFault[]) {
    return faults.flatMap((fault) => {
      const cell = this.at(fault);
      if (cell === null) return [];
      const { label, hint } = cell.field;
      return [{ line: cell.line, label, hint, entry: fault.entry }];
    });
  }

  #fill(way: 'down' | 'right'): void {
    const table = this.#table();
    if (table === null) return;
    this.#commit(filledBlock(table, blockOfSelection(this.#selection), way));
  }

  #cycle(): boolean {
    const cell = this.at(this.#selection.active);
    const next = cell?.field.input?.next;
    const entry = cell === null ? null : (cell.field.input?.entry(cell.line) ?? null);
    if (next === undefined || entry === null) return false;
    this.write(next(entry));
    return true;
  }

  #selectZone(): void {
    const { rows, columns } = this.size;
    const axis = this.#linesAre === 'rows' ? 'column' : 'row';
    const zone = this.fields[this.#selection.active[axis]]?.zone;
    const ofZone = [...this.fields.keys()].filter((at) => this.fields[at]?.zone === zone);
    const first = ofZone[0] ?? 0;
    const last = ofZone.at(-1) ?? 0;
    this.#select(
      axis === 'column'
        ? { anchor: { row: 0, column: first }, active: { row: rows - 1, column: last } }
        : { anchor: { row: first, column: 0 }, active: { row: last, column: columns - 1 } },
    );
  }

  #commit(writes: readonly BandWrite<Line, Change>[]): void {
    if (writes.length > 0) this.#hooks?.onWrites(writes);
  }

  #select(selection: BandSelection): void {
    this.#selection = selection;
    for (const listener of this.#listeners) listener();
  }
}

function samePlace(one: BandPlace, other: BandPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

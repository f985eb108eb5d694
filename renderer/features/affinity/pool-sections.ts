import type {
  AffinityGroup,
  AffinityGroupChoice,
} from '../../../core/contract/affinity.contract.ts';

/** Rows of the pool: a head and, when it is open, its cards. */
export interface PoolSection {
  choice: AffinityGroupChoice;
  /** Remembered by name: the numbers of groups change when they are made anew. */
  key: string;
  group: AffinityGroup | null;
  size: number;
  importance: number;
  open: boolean;
  /** Cards that can be scrolled to. */
  shown: number;
}

export type PoolRow =
  | { kind: 'head'; section: PoolSection }
  | { kind: 'card'; section: PoolSection; place: number };

const headHeight = 52;
export const cardHeight = 68;
/** Browsers draw no element taller than some 30 million pixels; nobody scrolls through more. */
const mostShown = 100_000;

export function sectionOf(parts: Omit<PoolSection, 'shown'>): PoolSection {
  return { ...parts, shown: parts.open ? Math.min(parts.size, mostShown) : 0 };
}

export function rowCount(sections: readonly PoolSection[]): number {
  return sections.reduce((sum, { shown }) => sum + 1 + shown, 0);
}

export function rowAt(sections: readonly PoolSection[], index: number): PoolRow | null {
  let rest = index;
  for (const section of sections) {
    if (rest === 0) return { kind: 'head', section };
    if (rest <= section.shown) return { kind: 'card', section, place: rest - 1 };
    rest -= 1 + section.shown;
  }
  return null;
}

/** The row of a section's head; −1 when there is no such section. */
export function headIndex(sections: readonly PoolSection[], key: string): number {
  let index = 0;
  for (const section of sections) {
    if (section.key === key) return index;
    index += 1 + section.shown;
  }
  return -1;
}

export function totalHeight(sections: readonly PoolSection[]): number {
  return sections.reduce((sum, { shown }) => sum + headHeight + shown * cardHeight, 0);
}

export interface PlacedRow {
  index: number;
  top: number;
  row: PoolRow;
}

/** The rows that touch the window from `top` to `bottom`, in pixels from the first row. */
export function rowsBetween(
  sections: readonly PoolSection[],
  top: number,
  bottom: number,
): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let index = 0;
  let at = 0;
  for (const section of sections) {
    if (at + headHeight > top && at < bottom) {
      placed.push({ index, top: at, row: { kind: 'head', section } });
    }
    const cardsTop = at + headHeight;
    const first = Math.max(0, Math.floor((top - cardsTop) / cardHeight));
    const end = Math.min(section.shown, Math.ceil((bottom - cardsTop) / cardHeight));
    for (let place = first; place < end; place++) {
      const row = { kind: 'card', section, place } as const;
      placed.push({ index: index + 1 + place, top: cardsTop + place * cardHeight, row });
    }
    index += 1 + section.shown;
    at = cardsTop + section.shown * cardHeight;
  }
  return placed;
}

/** Where a row begins and how tall it is. */
export function extentOf(
  sections: readonly PoolSection[],
  index: number,
): { top: number; height: number } {
  let rest = index;
  let at = 0;
  for (const { shown } of sections) {
    if (rest === 0) return { top: at, height: headHeight };
    if (rest <= shown) {
      return { top: at + headHeight + (rest - 1) * cardHeight, height: cardHeight };
    }
    rest -= 1 + shown;
    at += headHeight + shown * cardHeight;
  }
  return { top: at, height: 0 };
}

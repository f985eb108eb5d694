import type { HouseView } from '../../../core/contract/house.contract.ts';

/** A WHAT, a HOW, a group or a note that has the words; a note is between two. */
export interface HouseMatch {
  readonly whatId: number | null;
  readonly howId: number | null;
  readonly kind: 'what' | 'how' | 'note';
  /** What has the words. */
  readonly text: string;
}

/** All matches: WHATs and their groups from above, then HOWs, then notes along the rows. */
export function findInHouse(view: HouseView, words: string): HouseMatch[] {
  const wanted = plain(words);
  if (wanted === '') return [];
  const has = (text: string) => plain(text).includes(wanted);
  const whats = [...view.whatGroups, ...view.whats].toSorted((a, b) => a.position - b.position);
  const hows = [...view.howGroups, ...view.hows].toSorted((a, b) => a.position - b.position);
  const rowOf = new Map(view.whats.map(({ whatId }, row) => [whatId, row]));
  const columnOf = new Map(view.hows.map(({ howId }, column) => [howId, column]));
  const notes = view.notes.toSorted(
    (a, b) =>
      (rowOf.get(a.whatId) ?? 0) - (rowOf.get(b.whatId) ?? 0) ||
      (columnOf.get(a.howId) ?? 0) - (columnOf.get(b.howId) ?? 0),
  );
  return [
    ...whats
      .filter(({ name }) => has(name))
      .map(({ whatId, name }) => ({ whatId, howId: null, kind: 'what' as const, text: name })),
    ...hows
      .filter(({ name }) => has(name))
      .map(({ howId, name }) => ({ whatId: null, howId, kind: 'how' as const, text: name })),
    ...notes
      .filter(({ note }) => has(note))
      .map(({ whatId, howId, note }) => ({ whatId, howId, kind: 'note' as const, text: note })),
  ];
}

/** As compared: without blanks, which people put into Korean words as they please, and without case. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');
}

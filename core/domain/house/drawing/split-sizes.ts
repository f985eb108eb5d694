import type { Span } from './frame.ts';

/**
 * Lines of these sizes over parts that each hold `room`: as few as can be, filled evenly. The first
 * also holds `before`, the last also `after`; what stands there gets a part of its own when nothing else
 * fits beside it. A line larger than a part still gets one. Spans follow each other without a gap; no
 * lines give one empty part.
 */
export function splitSizes(
  sizes: readonly number[],
  room: number,
  before: number,
  after: number,
): Span[] {
  // One line a part, with what stands before and after in parts of their own.
  const most = sizes.length + 2;
  for (let parts = 1; parts <= most; parts++) {
    const spans = splitInto(parts, sizes, room, before, after);
    if (spans !== null) return spans;
  }
  return sizes.map((_, place) => ({ from: place, to: place + 1 }));
}

function splitInto(
  parts: number,
  sizes: readonly number[],
  room: number,
  before: number,
  after: number,
): Span[] | null {
  const roomOf = (part: number) =>
    room - (part === 0 ? before : 0) - (part === parts - 1 ? after : 0);
  const spans: Span[] = [];
  let from = 0;
  let remaining = sizes.reduce((total, size) => total + size, 0);
  for (let part = 0; part < parts; part++) {
    const isLast = part === parts - 1;
    const later = laterRoom(roomOf, part, parts);
    // An even share of what is left, or more when the parts that follow cannot hold the rest.
    const even = Math.max(remaining / (parts - part), remaining - later);
    let to = from;
    let used = 0;
    while (to < sizes.length) {
      const size = sizes[to] ?? 0;
      if (used + size > roomOf(part) && !(used === 0 && size > room)) break;
      if (!isLast && used >= even) break;
      used += size;
      to++;
    }
    spans.push({ from, to });
    remaining -= used;
    from = to;
  }
  if (from < sizes.length) return null;
  const isHeld = roomOf(parts - 1) >= 0 && roomOf(0) >= 0;
  return isHeld || parts > sizes.length ? spans : null;
}

function laterRoom(roomOf: (part: number) => number, part: number, parts: number): number {
  let room = 0;
  for (let later = part + 1; later < parts; later++) room += Math.max(0, roomOf(later));
  return room;
}

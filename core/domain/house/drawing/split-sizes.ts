import type { Span } from './frame.ts';

/** Lines over parts, one after the other without a gap. */
export interface SizeSplit {
  readonly spans: readonly Span[];
  /** What the largest part needs. */
  readonly room: number;
}

/** Sums of sizes that differ by less are the same. */
const tolerance = 1e-9;

/**
 * How many parts of `room` lines of these sizes need. The first also holds `before`, the last also `after`;
 * what stands there gets a part of its own when nothing else fits beside it. At least one; what is larger
 * than `room` counts as if it fitted a part.
 */
export function fewestParts(
  sizes: readonly number[],
  room: number,
  before: number,
  after: number,
): number {
  let parts = 1;
  let used = before;
  for (const size of [...sizes, after]) {
    if (used > 0 && used + size > room + tolerance) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

/** Lines over so many parts, such that the largest is as small as it can be, and the others alike. */
export function splitSizes(
  sizes: readonly number[],
  parts: number,
  before: number,
  after: number,
): SizeSplit {
  const room = smallestRoom(sizes, parts, before, after);
  const spans: Span[] = [];
  let from = 0;
  let remaining = sizes.reduce((total, size) => total + size, 0) + before + after;
  for (let part = 0; part < parts - 1; part++) {
    const even = remaining / (parts - part);
    let used = part === 0 ? before : 0;
    let to = from;
    while (to < sizes.length) {
      const size = sizes[to] ?? 0;
      const mustHold = fewestParts(sizes.slice(to), room, 0, after) > parts - part - 1;
      if (!mustHold && used + size / 2 > even) break;
      if (used + size > room + tolerance) break;
      used += size;
      to += 1;
    }
    spans.push({ from, to });
    remaining -= used;
    from = to;
  }
  spans.push({ from, to: sizes.length });
  return { spans, room };
}

function smallestRoom(
  sizes: readonly number[],
  parts: number,
  before: number,
  after: number,
): number {
  const total = sizes.reduce((sum, size) => sum + size, before + after);
  let low = Math.max(before, after, total / parts, ...sizes);
  if (fewestParts(sizes, low, before, after) <= parts) return low;
  let high = total;
  while (high - low > tolerance * Math.max(1, total)) {
    const middle = (low + high) / 2;
    if (fewestParts(sizes, middle, before, after) <= parts) high = middle;
    else low = middle;
  }
  return high;
}

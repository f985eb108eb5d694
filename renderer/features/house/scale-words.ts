import type { RelationScale } from '../../../core/domain/house/relation-scale.ts';

/** All that a cell may hold, as one says it: ◎ 9, ○ 3, △ 1. */
export function scaleWords({ levels }: RelationScale): string {
  return levels
    .map(({ value, symbol }) => (symbol === String(value) ? symbol : `${symbol} ${value}`))
    .join(', ');
}

import { describe, expect, it } from 'vitest';
import { evenDecimals } from '../../core/domain/house/even-decimals.ts';

describe('figures of one row', () => {
  it('are written with the decimals that all of them need', () => {
    expect(evenDecimals([27, 9, 135])).toBe(0);
    expect(evenDecimals([27, 9.5, 135])).toBe(1);
    expect(evenDecimals([0.1 + 0.2, 4])).toBe(1);
    expect(evenDecimals([1 / 3, 4.25])).toBe(3);
    expect(evenDecimals([12 / 7, 14.25, null])).toBe(2);
  });

  it('have no more than the largest has room for, and one where not all are whole', () => {
    expect(evenDecimals([12.5, 412, 38.25])).toBe(1);
    expect(evenDecimals([123456, 0.25])).toBe(1);
    expect(evenDecimals([])).toBe(0);
    expect(evenDecimals([null, Number.NaN])).toBe(0);
  });
});

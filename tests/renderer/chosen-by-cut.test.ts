import { describe, expect, it } from 'vitest';
import { chosenByCut } from '../../renderer/features/rounds/chosen-by-cut.ts';

const hows = [
  { howId: 11, csfId: null },
  { howId: 12, csfId: 1 },
  { howId: 13, csfId: null },
  { howId: 14, csfId: null },
];

describe('HOWs for the next house, chosen by a cut', () => {
  it('are those that reach it and every CSF, wherever that stands', () => {
    expect(chosenByCut(hows, [60, 5, 25, 10], 0.8)).toEqual({
      howIds: new Set([11, 12, 13]),
      above: 2,
      tied: 0,
      keptCsfs: 1,
    });
    expect(chosenByCut(hows, [5, 60, 25, 10], 0.6)).toMatchObject({ above: 1, keptCsfs: 0 });
  });

  it('are told apart from those that only weigh as much as the last', () => {
    expect(chosenByCut(hows, [60, 0, 20, 20], 0.8)).toMatchObject({ above: 3, tied: 1 });
    expect(chosenByCut(hows, [25, 25, 25, 25], 0.1)).toMatchObject({ above: 4, tied: 3 });
    expect(chosenByCut(hows, [0, 0, 0, 0], 0.8)).toEqual({
      howIds: new Set([12]),
      above: 0,
      tied: 0,
      keptCsfs: 1,
    });
  });
});

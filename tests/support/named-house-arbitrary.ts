import fc from 'fast-check';
import type { HouseModel } from '../../core/domain/house/house-model.ts';
import { scalePresetIds, scalePresets } from '../../core/domain/house/relation-scale.ts';
import { anyHouse } from './house-arbitraries.ts';

const names = fc.oneof(
  fc.constantFrom(
    '결제가 한 번에 끝난다',
    '0012',
    '=SUM(A1)',
    '+1',
    '1,000',
    'A/S <빠르게> & "친절"',
    '◎',
  ),
  fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
    .map((text) => text.trim() || '이름'),
);
const entries = fc.constantFrom('', '%', '초', '90 이상', '0.1', '2026-01-01', '=1+1');
const many = { minLength: 20, maxLength: 20 };

/** Houses on any scale whose names and words look like formulas, numbers, signs and XML. */
export const namedHouse: fc.Arbitrary<HouseModel> = fc
  .record({
    house: fc.constantFrom(...scalePresetIds).chain((id) => anyHouse(8, scalePresets[id])),
    nameList: fc.array(names, many),
    wordList: fc.array(entries, many),
  })
  .map(({ house, nameList, wordList }) => ({
    ...house,
    name: nameList[19] ?? '',
    whats: house.whats.map((what, i) => ({ ...what, name: nameList[i] ?? '' })),
    hows: house.hows.map((how, j) => ({
      ...how,
      name: nameList[j + 8] ?? '',
      unit: wordList[j] ?? '',
      targetValue: wordList[j + 8] ?? '',
    })),
  }));

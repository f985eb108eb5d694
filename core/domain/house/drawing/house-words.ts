import { kanoClasses } from '../../../contract/requirement.contract.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { WorkbookWords } from '../workbook/house-workbook.ts';

const wordKeys = [
  'whats',
  'hows',
  'importance',
  'kano',
  'current',
  'target',
  'improvementRatio',
  'salesPoint',
  'absoluteWeight',
  'relativeWeight',
  'direction',
  'directionUp',
  'directionDown',
  'directionTarget',
  'unit',
  'targetValue',
  'difficulty',
  'absoluteImportance',
  'relativeImportance',
  'rank',
  'customerRatings',
  'technicalRatings',
  'ourselves',
  'roof',
  'strongPositive',
  'positive',
  'negative',
  'strongNegative',
  'houseSheet',
  'roofSheet',
  'hint',
  'roofHint',
  'code',
  'weightShare',
] as const satisfies readonly (keyof WorkbookWords)[];

/** Every word of a house on paper or in a workbook, from `houseFile:words`. */
export function houseWords(translate: Translate): WorkbookWords {
  const plain = wordKeys.map((key) => [key, translate(`houseFile:words.${key}`)]);
  const kano = kanoClasses.map((key) => [key, translate(`houseFile:words.kanoClasses.${key}`)]);
  // Numbers are put in by the drawing, which knows them.
  const counted = { shown: '{shown}', all: '{all}' };
  return {
    ...(Object.fromEntries(plain) as Record<(typeof wordKeys)[number], string>),
    whatsShown: translate('houseFile:words.whatsShown', counted),
    howsShown: translate('houseFile:words.howsShown', counted),
    kanoClasses: Object.fromEntries(kano) as WorkbookWords['kanoClasses'],
  };
}

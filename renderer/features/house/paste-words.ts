import type { TFunction } from 'i18next';
import type { PasteRefusal } from './matrix-clipboard.ts';

/** More would fill the screen and help no further. */
const faultsNamed = 5;

/** Why a block was not pasted, and what to mend, in the person's language. */
export function wordsForPasteRefusal(refusal: PasteRefusal, levels: string, t: TFunction): string {
  switch (refusal.reason) {
    case 'outside':
      return wordsForOutside(refusal, t);
    case 'importanceAndRelations':
      return t('house:paste.importanceAndRelations');
    case 'collapsed':
      return t('house:paste.collapsed', { name: refusal.name });
    case 'invalid': {
      const faults = refusal.faults.map(({ whatName, howName, entry }) => {
        const place = howName === '' ? whatName : `${whatName} × ${howName}`;
        return `${place}: “${entry}”`;
      });
      const heading = t(`house:paste.invalid.${refusal.zone}`, {
        count: refusal.faults.length,
        levels,
      });
      return [heading, ...firstFaults(faults, t)].join('\n');
    }
  }
}

/** By how many rows and columns a block reaches beyond where it was pasted. */
export function wordsForOutside(
  { rows, columns }: { rows: number; columns: number },
  t: TFunction,
): string {
  if (rows > 0 && columns > 0) return t('house:paste.outsideBoth', { rows, columns });
  return rows > 0
    ? t('house:paste.outsideRows', { rows })
    : t('house:paste.outsideColumns', { columns });
}

/** The first faults, and how many more there are. */
export function firstFaults(faults: readonly string[], t: TFunction): string[] {
  const named = faults.slice(0, faultsNamed);
  const rest = faults.length - named.length;
  return rest > 0 ? [...named, t('house:paste.andMore', { count: rest })] : named;
}

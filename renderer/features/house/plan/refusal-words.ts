import type { TFunction } from 'i18next';
import type { BandRefusal } from './band.ts';

/** More would fill the screen and help no further. */
const faultsNamed = 5;

/** Why a block was not pasted around the relations, and what to mend. */
export function wordsForRefusal(refusal: BandRefusal<{ name: string }>, t: TFunction): string {
  switch (refusal.reason) {
    case 'outside':
      return refusal.rows > 0 && refusal.columns > 0
        ? t('house:paste.outsideBoth', { rows: refusal.rows, columns: refusal.columns })
        : refusal.rows > 0
          ? t('house:paste.outsideRows', { rows: refusal.rows })
          : t('house:paste.outsideColumns', { columns: refusal.columns });
    case 'otherZone':
      return t('house:plan.paste.otherZone');
    case 'invalid': {
      const named = refusal.faults
        .slice(0, faultsNamed)
        .map(({ line, label, entry }) => `${line.name}, ${label}: “${entry}”`);
      const rest = refusal.faults.length - named.length;
      const lines = rest > 0 ? [...named, t('house:paste.andMore', { count: rest })] : named;
      const heading = t('house:plan.paste.invalid', { count: refusal.faults.length });
      const hints = new Set(refusal.faults.map(({ hint }) => hint));
      return [heading, ...lines, ...hints].join('\n');
    }
  }
}

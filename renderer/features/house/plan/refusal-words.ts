import type { TFunction } from 'i18next';
import { firstFaults, wordsForOutside } from '../paste-words.ts';
import type { BandRefusal } from './band.ts';

/** Why a block was not pasted around the relations, and what to mend. */
export function wordsForRefusal(refusal: BandRefusal<{ name: string }>, t: TFunction): string {
  switch (refusal.reason) {
    case 'outside':
      return wordsForOutside(refusal, t);
    case 'otherZone':
      return t('house:plan.paste.otherZone');
    case 'invalid': {
      const faults = refusal.faults.map(
        ({ line, label, entry }) => `${line.name}, ${label}: “${entry}”`,
      );
      const heading = t('house:plan.paste.invalid', { count: refusal.faults.length });
      const hints = new Set(refusal.faults.map(({ hint }) => hint));
      return [heading, ...firstFaults(faults, t), ...hints].join('\n');
    }
  }
}

import type { TFunction } from 'i18next';
import type { PasteRefusal } from './matrix-clipboard.ts';

/** More would fill the screen and help no further. */
const faultsNamed = 5;

/** Why a block was not pasted, and what to mend, in the person's language. */
export function wordsForPasteRefusal(refusal: PasteRefusal, levels: string, t: TFunction): string {
  switch (refusal.reason) {
    case 'outside':
      return refusal.rows > 0 && refusal.columns > 0
        ? t('house:paste.outsideBoth', { rows: refusal.rows, columns: refusal.columns })
        : refusal.rows > 0
          ? t('house:paste.outsideRows', { rows: refusal.rows })
          : t('house:paste.outsideColumns', { columns: refusal.columns });
    case 'importanceAndRelations':
      return t('house:paste.importanceAndRelations');
    case 'collapsed':
      return t('house:paste.collapsed', { name: refusal.name });
    case 'invalid': {
      const named = refusal.faults.slice(0, faultsNamed).map(({ whatName, howName, entry }) => {
        const place = howName === '' ? whatName : `${whatName} × ${howName}`;
        return `${place}: “${entry}”`;
      });
      const rest = refusal.faults.length - named.length;
      const lines = rest > 0 ? [...named, t('house:paste.andMore', { count: rest })] : named;
      const heading = t(`house:paste.invalid.${refusal.zone}`, {
        count: refusal.faults.length,
        levels,
      });
      return [heading, ...lines].join('\n');
    }
  }
}

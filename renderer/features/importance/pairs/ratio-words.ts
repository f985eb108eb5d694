import type { TFunction } from 'i18next';
import { judgementText } from '../../../../core/domain/ahp/saaty-scale.ts';

/** A comparison in Saaty's words: who matters more and how much. */
export function ratioWords(t: TFunction, ratio: number, left: string, right: string): string {
  const times = Math.max(ratio, 1 / ratio);
  if (times < 1 + 1e-9) return t('importance:scale.equal');
  const step = Math.min(9, Math.max(2, Math.round(times)));
  return t(`importance:scale.${step}`, {
    name: ratio > 1 ? left : right,
    times: judgementText(times),
  });
}

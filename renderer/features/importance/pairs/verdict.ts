import type { TFunction } from 'i18next';
import { acceptedRatio } from '../../../../core/domain/ahp/priority-vector.ts';
import type { TablePriorities } from '../../../../core/domain/ahp/table-priorities.ts';

/** Whether the comparisons of a set can be relied on, in plain words. */
export function verdictOf(
  t: TFunction,
  result: TablePriorities,
  size: number,
): { tone: 'good' | 'warn' | 'plain'; text: string } {
  if (result.kind === 'apart') {
    const needed = result.groups.length - 1;
    return { tone: 'plain', text: t('importance:verdict.apart', { count: needed }) };
  }
  const { consistencyRatio: ratio } = result;
  if (ratio === null) {
    const reason = size <= 2 ? 'two' : size > 15 ? 'tooMany' : 'nothingToContradict';
    return { tone: 'plain', text: t(`importance:verdict.${reason}`) };
  }
  const figures = { ratio: ratio.toFixed(3), limit: acceptedRatio.toFixed(2) };
  return ratio <= acceptedRatio
    ? { tone: 'good', text: t('importance:verdict.consistent', figures) }
    : { tone: 'warn', text: t('importance:verdict.inconsistent', figures) };
}

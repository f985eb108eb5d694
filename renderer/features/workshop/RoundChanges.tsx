import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { agreementText } from './agreement-text.ts';
import classes from './DiscussStep.module.css';
import {
  concordanceOnCellsOf,
  levelText,
  type RoundResult,
  roundBefore,
  roundChanges,
} from './round-results.ts';
import { useRoundResult } from './use-round-result.ts';

interface RoundChangesProps {
  workshop: WorkshopView;
  view: HouseView;
  result: RoundResult;
}

/** What became of the round before: where people came together, where they still differ. */
export function RoundChanges({ workshop, view, result }: RoundChangesProps) {
  const { t, i18n } = useTranslation();
  const earlier = roundBefore(workshop.rounds, result.round);
  const { result: before } = useRoundResult(earlier, view);
  const comparison = useMemo(
    () => (before === null ? null : roundChanges(before, result)),
    [before, result],
  );
  if (before === null || comparison === null) return null;
  const { counts, convergedShare } = comparison;
  const earlierW = concordanceOnCellsOf(before, result);
  const laterW = concordanceOnCellsOf(result, result);
  const told = comparison.cells.filter(
    ({ change }) => change !== 'notScoredAgain' && change !== 'stillAgreed' && change !== 'unclear',
  );
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const text = (value: number | null) =>
    value === null ? '' : levelText(value, result.round.subject, view);
  return (
    <details className={classes.changes}>
      <summary>
        {t('workshop:changes.summary', {
          from: before.round.number,
          converged: counts.converged,
          still: counts.stillContested,
          share: convergedShare === null ? '–' : percent.format(convergedShare),
        })}
        {earlierW !== null &&
          laterW !== null &&
          ` · ${t('workshop:changes.w', {
            before: earlierW.toFixed(2),
            after: laterW.toFixed(2),
          })}`}
      </summary>
      <section
        className={classes.changesBody}
        aria-label={t('workshop:changes.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <Table aria-label={t('workshop:changes.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('workshop:changes.cell')}</Table.Th>
              <Table.Th>{t('workshop:changes.change')}</Table.Th>
              <Table.Th>{t('workshop:changes.proposed')}</Table.Th>
              <Table.Th>{t('workshop:changes.agreement')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {told.map((cell) => (
              <Table.Tr key={`${cell.row}:${cell.column}`}>
                <Table.Td>
                  {before.rows[cell.row]?.name} × {before.columns[cell.column]?.name}
                </Table.Td>
                <Table.Td>{t(`workshop:changes.${cell.change}`)}</Table.Td>
                <Table.Td>
                  {text(cell.proposedBefore)} → {text(cell.proposedAfter)}
                </Table.Td>
                <Table.Td>
                  {agreementText(cell.agreementBefore)} → {agreementText(cell.agreementAfter)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </details>
  );
}

import { Button, Popover, Progress, Table, Text } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import classes from './Board.module.css';
import { figure, meanFigure, percentage } from './figure.ts';

interface UnassignedBarProps {
  total: number;
  unassigned: number;
}

/** How far one is: everything assigned is 100 %. */
export function UnassignedBar({ total, unassigned }: UnassignedBarProps) {
  const { t, i18n } = useTranslation();
  const share = total === 0 ? 0 : (total - unassigned) / total;
  const words = t('affinity:header.unassigned', {
    shown: unassigned.toLocaleString(i18n.language),
    total: total.toLocaleString(i18n.language),
    done: percentage(share, i18n.language),
  });
  return (
    <span className={classes.progress}>
      <span>{words}</span>
      <Progress className={classes.progressBar} value={share * 100} size="sm" aria-label={words} />
    </span>
  );
}

const shownRows = 15;

/** Where the figures come from, worked out for the weightiest requirements. */
export function ImportanceNote({ requirements }: { requirements: readonly RequirementRow[] }) {
  const { t, i18n } = useTranslation();
  const weightiest = requirements
    .filter(({ vocCount }) => vocCount > 0)
    .toSorted((a, b) => b.importance.value - a.importance.value)
    .slice(0, shownRows);
  const assumed = requirements[0]?.importance.assumedSeverity;
  return (
    <Popover position="bottom-end" width={560} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconMathFunction size={14} />}>
          {t('affinity:note.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('affinity:note.button')}>
        <Text size="sm" mb={8}>
          {t('affinity:note.what')}
        </Text>
        {weightiest.length > 0 && (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('affinity:note.requirement')}</Table.Th>
                <Table.Th ta="right">{t('affinity:note.count')}</Table.Th>
                <Table.Th ta="right">{t('affinity:note.mean')}</Table.Th>
                <Table.Th ta="right">{t('affinity:note.value')}</Table.Th>
                <Table.Th ta="right">{t('affinity:note.share')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {weightiest.map(({ id, code, name, vocCount, importance }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    {code} {name}
                  </Table.Td>
                  <Table.Td ta="right">{vocCount.toLocaleString(i18n.language)}</Table.Td>
                  <Table.Td ta="right">
                    × {meanFigure(importance.meanSeverity ?? 0, i18n.language)}
                  </Table.Td>
                  <Table.Td ta="right">= {figure(importance.value, i18n.language)}</Table.Td>
                  <Table.Td ta="right">{percentage(importance.share ?? 0, i18n.language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {assumed !== undefined && (
          <Text size="xs" c="dimmed" mt={8}>
            {t('affinity:note.assumed', { mean: meanFigure(assumed, i18n.language) })}
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

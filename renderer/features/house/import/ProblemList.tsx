import { Button, Group, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenedProblem } from '../../../../core/contract/house-file.contract.ts';
import type { LeftOut } from '../../../../core/domain/house/matrix-import/read-matrix.ts';
import { cellAddress } from '../../../../core/domain/house/workbook/workbook-description.ts';
import { host } from '../../../shared/host/host-client.ts';
import { notifyError } from '../../../shared/ui/notify.ts';
import classes from './MatrixImport.module.css';

interface ProblemListProps {
  fileName: string;
  problems: readonly OpenedProblem[];
  leftOut: readonly (LeftOut & { sheet: string })[];
}

/** A longer list is for the file that it is saved to. */
const mostShown = 200;

/** Every entry that did not become part of the house, with why; nothing is dropped silently. */
export function ProblemList({ fileName, problems, leftOut }: ProblemListProps) {
  const { t } = useTranslation();
  const rows = [
    ...problems.map(({ reason, ...at }) => ({ ...at, why: t(`houseFile:problem.${reason}`) })),
    ...leftOut
      .filter(({ kind }) => kind === 'notPlaced')
      .map(({ sheet, row, column, entry }) => ({
        sheet,
        cell: cellAddress(column, row),
        entry,
        why: t('houseFile:leftOut.notPlaced'),
      })),
  ];
  const computed = leftOut.filter(({ kind }) => kind === 'computed').length;
  const save = async () => {
    const heads = ['sheet', 'cell', 'entry', 'why'].map((key) => t(`houseFile:list.${key}`));
    const lines = rows.map(({ sheet, cell, entry, why }) => [sheet, cell, entry, why]);
    const name = t('houseFile:list.fileName', { fileName });
    const file = await host.call('houseFile.saveTable', { name, rows: [heads, ...lines] });
    await host.call('shell.deliverFile', file);
  };
  return (
    <section aria-label={t('houseFile:list.title')}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={600}>
          {rows.length === 0
            ? t('houseFile:list.none')
            : t('houseFile:list.count', { count: rows.length })}
        </Text>
        {rows.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={12} />}
            onClick={() => void save().catch(notifyError)}
          >
            {t('houseFile:list.save')}
          </Button>
        )}
      </Group>
      {computed > 0 && (
        <Text size="xs" c="dimmed" mb={6}>
          {t('houseFile:leftOut.computed', { count: computed })}
        </Text>
      )}
      {rows.length > 0 && (
        <div className={classes.problems}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('houseFile:list.cell')}</Table.Th>
                <Table.Th>{t('houseFile:list.entry')}</Table.Th>
                <Table.Th>{t('houseFile:list.why')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, mostShown).map(({ sheet, cell, entry, why }) => (
                <Table.Tr key={`${sheet}!${cell}!${why}`}>
                  <Table.Td>{cell === '' ? sheet : cell}</Table.Td>
                  <Table.Td>{entry}</Table.Td>
                  <Table.Td>{why}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {rows.length > mostShown && (
            <Text size="xs" c="dimmed" p={6}>
              {t('houseFile:list.more', { count: rows.length - mostShown })}
            </Text>
          )}
        </div>
      )}
    </section>
  );
}

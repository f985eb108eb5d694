import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RejectedRow } from '../../../core/contract/import.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import classes from './ImportResult.module.css';

interface RejectedRowsProps {
  rejected: number;
  sample: readonly RejectedRow[];
  headers: readonly string[];
  token: string | null;
  fileName: string;
}

/** The rows that were not taken, each with its reason, and all of them as a file. */
export function RejectedRows({ rejected, sample, headers, token, fileName }: RejectedRowsProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('import:rejected.title')}>
      <Group justify="space-between" mb={6}>
        <Title order={3}>{t('import:rejected.title')}</Title>
        {token !== null && (
          <Button
            variant="light"
            leftSection={<IconDownload size={14} />}
            onClick={() =>
              void host
                .call('shell.deliverFile', {
                  token,
                  fileName: t('jobs:rejectedFile', { subject: fileName }),
                })
                .catch(notifyError)
            }
          >
            {t('import:rejected.save')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb={6}>
        {sample.length < rejected
          ? t('import:rejected.first', { count: sample.length })
          : t('import:rejected.hint')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('import:rejected.table')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('import:rejected.row')}</th>
              <th>{t('import:rejected.reason')}</th>
              {headers.map((header) => (
                <th key={header}>{header}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <RejectedLine key={row.rowNumber} row={row} headers={headers} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function RejectedLine({ row, headers }: { row: RejectedRow; headers: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className={classes.number}>{row.rowNumber}</td>
      <td className={classes.reason}>{t(`import:reasons.${row.reason}`, row.params)}</td>
      {headers.map((header, index) => (
        <td key={header} title={row.cells[index]}>
          {row.cells[index]}
        </td>
      ))}
    </tr>
  );
}

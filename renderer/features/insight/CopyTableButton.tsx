import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { tsvFromRows } from '../../shared/grid/tsv.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';

/** Copies the figures behind a picture, as a spreadsheet takes them. */
export function CopyTableButton({ rows }: { rows: readonly (readonly (string | number)[])[] }) {
  const { t } = useTranslation();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tsvFromRows(rows.map((row) => row.map(String))));
      notifyDone(t('insight:copied', { count: rows.length - 1 }));
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Tooltip label={t('insight:copyTable')}>
      <ActionIcon variant="subtle" aria-label={t('insight:copyTable')} onClick={() => void copy()}>
        <IconTable size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

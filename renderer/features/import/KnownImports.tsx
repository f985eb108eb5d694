import { Alert } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KnownImport } from '../../../core/contract/import.contract.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';

/** Says that the very same file came in before, and what is left of that. */
export function KnownImports({ known }: { known: readonly KnownImport[] }) {
  const { t, i18n } = useTranslation();
  const [latest] = known;
  if (latest === undefined) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconHistory size={18} />}
      title={t('import:known.title')}
      role="status"
    >
      {t('import:known.latest', {
        at: momentText(latest.importedAt),
        fileName: latest.fileName,
        imported: latest.imported.toLocaleString(i18n.language),
      })}{' '}
      {latest.purpose === 'voc' &&
        t('import:known.stillThere', {
          count: latest.stillThere.toLocaleString(i18n.language),
        })}{' '}
      {known.length > 1 && t('import:known.times', { count: known.length })} {t('import:known.ask')}
    </Alert>
  );
}

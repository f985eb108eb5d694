import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../core/contract/import.contract.ts';
import classes from './CheckStep.module.css';

/** What became of every column: none is dropped without a word. */
export function CheckColumns({ check }: { check: ImportCheck }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <Title order={3} mb={4}>
        {t('import:check.columns', { count: check.columns.length })}
      </Title>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('import:mapping.column')}</th>
            <th>{t('import:mapping.becomes')}</th>
            <th data-number>{t('import:check.filled')}</th>
          </tr>
        </thead>
        <tbody>
          {check.columns.map(({ header, target, filled, unread }) => (
            <tr key={header}>
              <td>{header}</td>
              <td>
                {t(`import:vocTargets.${target}`)}
                {unread > 0 && (
                  <Text size="xs" c="orange.8" component="div">
                    {t('import:check.unread', { shown: unread.toLocaleString(i18n.language) })}
                  </Text>
                )}
              </td>
              <td data-number>
                {filled === null
                  ? t('import:check.emptyTakesDefault')
                  : filled.toLocaleString(i18n.language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

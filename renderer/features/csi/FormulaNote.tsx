import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './CsiPage.module.css';

/** Says how the figures above were made, in words one can copy into a mail. */
export function FormulaNote({ index }: { index: IndexDefinition }) {
  const { t } = useTranslation();
  const sum = index.components
    .map(({ name, weight, score, itemIds }) =>
      t('csi:formula.component', {
        name,
        weight: Math.round(weight * 1000) / 10,
        score: t(`csi:scores.${score}`),
        items: itemIds.length,
      }),
    )
    .join(' + ');
  return (
    <Panel title={t('csi:formula.title')}>
      <Text className={classes.formula}>
        {t('csi:formula.line', { name: index.name, version: index.version, sum })}
      </Text>
      <Text className={classes.formula}>{t('csi:formula.interval')}</Text>
    </Panel>
  );
}

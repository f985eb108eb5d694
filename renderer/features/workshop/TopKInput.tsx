import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTopK } from './use-discussion.ts';

/** How many of the first ranks are to become CSFs: what is discussed and what is proposed depends on it. */
export function TopKInput() {
  const { t } = useTranslation();
  const [topK, setTopK] = useTopK();
  return (
    <NumberInput
      w={120}
      aria-label={t('workshop:discuss.topK')}
      prefix={t('workshop:discuss.topKPrefix')}
      min={1}
      max={300}
      clampBehavior="strict"
      allowDecimal={false}
      value={topK}
      onChange={(value) => typeof value === 'number' && value >= 1 && setTopK(value)}
    />
  );
}

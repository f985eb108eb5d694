import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../../core/charts/chart-text.ts';
import type { HouseWhat } from '../../../../core/contract/house.contract.ts';
import type { RequirementRow } from '../../../../core/contract/requirement.contract.ts';
import { TrailButton } from '../../../shared/trail/TrailButton.tsx';
import shared from '../Importance.module.css';

interface WhatOriginProps {
  what: HouseWhat;
  /** null for a WHAT of the house's own. */
  requirement: RequirementRow | null;
}

/** How what the customers' words weigh for one WHAT comes about, with the way to those words. */
export function WhatOrigin({ what, requirement }: WhatOriginProps) {
  const { t } = useTranslation();
  return (
    <section className={shared.section} aria-label={t('importance:origin.title')}>
      <Group justify="space-between" wrap="nowrap">
        <h3>{t('importance:origin.title')}</h3>
        {requirement !== null && <TrailButton kind="requirement" id={requirement.id} />}
      </Group>
      <Text size="sm" fw={600}>
        {what.number} {what.name}
      </Text>
      {requirement === null ? (
        <Text size="sm" c="dimmed">
          {t('importance:origin.own')}
        </Text>
      ) : (
        <Evidence requirement={requirement} />
      )}
    </section>
  );
}

function Evidence({ requirement }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const { vocCount, quote, importance } = requirement;
  const { value, meanSeverity, judged, assumedSeverity } = importance;
  if (meanSeverity === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('importance:origin.none')}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm">
        {t('importance:origin.product', {
          count: formatCount(vocCount),
          mean: meanSeverity.toFixed(2),
          value: (Math.round(value * 10) / 10).toLocaleString(),
        })}
      </Text>
      {judged < vocCount && (
        <Text size="xs" c="dimmed">
          {t('importance:origin.assumed', {
            count: formatCount(vocCount - judged),
            mean: assumedSeverity.toFixed(2),
          })}
        </Text>
      )}
      {quote !== null && (
        <Text size="sm" fs="italic">
          “{quote.text}”
        </Text>
      )}
    </>
  );
}

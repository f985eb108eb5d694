import { Group, Loader, Modal, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HandlingGroup, handlingGroups } from '../../../../core/contract/handling.contract.ts';
import type { VocFilter } from '../../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import { HandlingTable } from './HandlingTable.tsx';

interface HandlingSummaryDialogProps {
  opened: boolean;
  /** What the list shows now. */
  filter: VocFilter;
  onClose: () => void;
  onOpen: (filter: VocFilter) => void;
}

/** How VOC were handled, by person, branch or month; each number opens its VOC. */
export function HandlingSummaryDialog({
  opened,
  filter,
  onClose,
  onOpen,
}: HandlingSummaryDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size={1080} title={t('handling:summary.title')}>
      <Summary filter={filter} onOpen={onOpen} />
    </Modal>
  );
}

function Summary({ filter, onOpen }: Pick<HandlingSummaryDialogProps, 'filter' | 'onOpen'>) {
  const { t } = useTranslation();
  const [by, setBy] = usePreference<HandlingGroup>('voc.summaryBy', 'owner', isGroup);
  const [scope, setScope] = useState('all');
  const counted = scope === 'all' ? {} : filter;
  const { data, isPlaceholderData } = useHostQuery('handling.summary', { filter: counted, by });
  const hasFilter = Object.keys(filter).length > 0;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          aria-label={t('handling:summary.by')}
          value={by}
          data={handlingGroups.map((value) => ({
            value,
            label: t(`handling:summary.groups.${value}`),
          }))}
          onChange={(value) => setBy(handlingGroups.find((group) => group === value) ?? 'owner')}
        />
        {hasFilter && (
          <SegmentedControl
            value={scope}
            data={[
              { value: 'all', label: t('handling:summary.all') },
              { value: 'filtered', label: t('handling:summary.filtered') },
            ]}
            onChange={setScope}
          />
        )}
      </Group>
      {data === undefined || isPlaceholderData ? (
        <Group gap={8} p="md">
          <Loader size="sm" aria-label={t('app:loading')} />
          <Text size="sm">{t('handling:summary.counting')}</Text>
        </Group>
      ) : (
        <HandlingTable summary={data} by={by} filter={counted} onOpen={onOpen} />
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {t('handling:summary.rateReading')} {t('handling:summary.daysReading')}
      </Text>
    </>
  );
}

function isGroup(value: unknown): value is HandlingGroup {
  return handlingGroups.some((group) => group === value);
}

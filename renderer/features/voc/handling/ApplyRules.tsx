import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostMutation, useHostQuery } from '../../../shared/host/host-queries.ts';
import { DateField } from '../../../shared/ui/DateField.tsx';
import { notifyDone } from '../../../shared/ui/notify.ts';

/** Gives due dates to VOC that came in before the rules, after saying how many. */
export function ApplyRules() {
  const { t, i18n } = useTranslation();
  const [from, setFrom] = useState('');
  const since = from === '' ? {} : { receivedFrom: from };
  const { data: preview } = useHostQuery('handling.previewRules', since);
  const apply = useHostMutation('handling.applyRules', {
    onSuccess: ({ dated }) =>
      notifyDone(t('handling:rules.applied', { shown: dated.toLocaleString(i18n.language) })),
  });
  const shown = (count: number | undefined) => (count ?? 0).toLocaleString(i18n.language);
  return (
    <section aria-label={t('handling:rules.apply')}>
      <Title order={3} mb={4}>
        {t('handling:rules.apply')}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {t('handling:rules.applyHint')}
      </Text>
      <Group gap="md" align="end">
        <DateField label={t('handling:rules.from')} w={210} value={from} onChange={setFrom} />
        <Button
          loading={apply.isPending}
          disabled={preview === undefined || preview.dated === 0}
          onClick={() => apply.mutate(since)}
        >
          {t('handling:rules.applyNow', { shown: shown(preview?.dated) })}
        </Button>
      </Group>
      <Text size="sm" mt={8} aria-live="polite">
        {preview === undefined
          ? t('handling:summary.counting')
          : t('handling:rules.preview', {
              withoutDue: shown(preview.withoutDue),
              dated: shown(preview.dated),
              overdue: shown(preview.overdue),
            })}
      </Text>
    </section>
  );
}

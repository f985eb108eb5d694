import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Radio,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type RetentionPreview,
  type RetentionRule,
  retentionActions,
} from '../../../core/contract/privacy.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';

/** Complaint records are kept three years in e-commerce; after that the personal data may go. */
const suggested: RetentionRule = { months: 36, action: 'anonymise', closedOnly: true };

/** How long VOC are kept, what the rule would change today, and doing it. */
export function RetentionPanel() {
  const { t } = useTranslation();
  const { data: kept } = useHostQuery('privacy.getRetention', {});
  const [rule, setRule] = useState<RetentionRule>(suggested);
  useEffect(() => {
    if (kept) setRule(kept);
  }, [kept]);
  const save = useHostMutation('privacy.setRetention', {
    onSuccess: () => notifyDone(t('privacy:retention.saved')),
  });
  const isChanged = JSON.stringify(rule) !== JSON.stringify(kept ?? null);
  if (kept === undefined) return null;
  return (
    <Panel title={t('privacy:retention.title')}>
      <Stack gap={14}>
        <Text size="sm">
          {kept === null ? t('privacy:retention.none') : t('privacy:retention.explained')}
        </Text>
        <RuleFields rule={rule} onChange={setRule} />
        <Group gap={8}>
          <Button
            variant={isChanged ? 'filled' : 'default'}
            disabled={!isChanged}
            onClick={() => save.mutate({ rule })}
          >
            {t('privacy:retention.save')}
          </Button>
          {kept !== null && (
            <Button variant="default" onClick={() => save.mutate({ rule: null })}>
              {t('privacy:retention.remove')}
            </Button>
          )}
        </Group>
        <Preview rule={rule} />
        <PastRuns />
      </Stack>
    </Panel>
  );
}

interface RuleFieldsProps {
  rule: RetentionRule;
  onChange: (rule: RetentionRule) => void;
}

function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={12}>
      <NumberInput
        label={t('privacy:retention.months')}
        description={t('privacy:retention.monthsHint')}
        min={1}
        max={600}
        w={220}
        inputWrapperOrder={['label', 'input', 'description']}
        value={rule.months}
        onChange={(value) => {
          const months = Number(value);
          if (Number.isInteger(months) && months >= 1 && months <= 600) {
            onChange({ ...rule, months });
          }
        }}
      />
      <Radio.Group
        label={t('privacy:retention.action')}
        value={rule.action}
        onChange={(value) => {
          const action = retentionActions.find((known) => known === value);
          if (action !== undefined) onChange({ ...rule, action });
        }}
      >
        <Stack gap={8} mt={6}>
          {retentionActions.map((action) => (
            <Radio
              key={action}
              size="xs"
              value={action}
              label={t(`privacy:actions.${action}`)}
              description={t(`privacy:retention.actionHints.${action}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        size="xs"
        label={t('privacy:retention.closedOnly')}
        checked={rule.closedOnly}
        onChange={(event) => onChange({ ...rule, closedOnly: event.currentTarget.checked })}
      />
    </Stack>
  );
}

function Preview({ rule }: { rule: RetentionRule }) {
  const { t, i18n } = useTranslation();
  const { data, isFetching } = useHostQuery('privacy.previewRetention', { rule });
  const count = (value: number) => value.toLocaleString(i18n.language);
  const apply = useHostMutation('privacy.applyRetention', {
    onSuccess: () => notifyDone(t('privacy:retention.started')),
  });
  if (data === undefined) return <Text size="sm">{t('app:loading')}</Text>;
  const facts = {
    cutOff: data.cutOff,
    shown: count(data.count),
    open: count(data.keptOpen),
    evidence: count(data.evidence),
    merged: count(data.merged),
    parted: count(data.parted),
    oldest: data.oldest?.slice(0, 10) ?? '',
  };
  if (data.count === 0) {
    return (
      <Alert variant="light" color="teal" title={t('privacy:retention.nothing', facts)}>
        {data.keptOpen > 0 && t('privacy:retention.keptOpen', facts)}
      </Alert>
    );
  }
  return (
    <Alert variant="light" color="orange" title={t('privacy:retention.concerned', facts)}>
      <Stack gap={8}>
        <Text size="sm">{t('privacy:retention.oldest', facts)}</Text>
        {data.keptOpen > 0 && <Text size="sm">{t('privacy:retention.keptOpen', facts)}</Text>}
        {data.merged > 0 && <Text size="sm">{t('privacy:retention.merged', facts)}</Text>}
        {data.parted > 0 && <Text size="sm">{t('privacy:retention.parted', facts)}</Text>}
        {data.evidence > 0 && (
          <Text size="sm">{t(`privacy:retention.evidence.${rule.action}`, facts)}</Text>
        )}
        <YearTable preview={data} />
        <div>
          <Button
            color="red"
            loading={isFetching || apply.isPending}
            onClick={() =>
              modals.openConfirmModal({
                title: t(`privacy:retention.confirm.${rule.action}`, facts),
                children: <Text size="sm">{t('privacy:retention.forGood')}</Text>,
                labels: { confirm: t('privacy:retention.apply'), cancel: t('app:cancel') },
                confirmProps: { color: 'red' },
                onConfirm: () => apply.mutate({ rule, count: data.count }),
              })
            }
          >
            {t('privacy:retention.applyTo', facts)}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}

function YearTable({ preview }: { preview: RetentionPreview }) {
  const { t, i18n } = useTranslation();
  return (
    <Table w="auto" style={{ alignSelf: 'flex-start' }} aria-label={t('privacy:retention.byYear')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('privacy:retention.year')}</Table.Th>
          <Table.Th ta="right">VOC</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {preview.byYear.map(({ year, count }) => (
          <Table.Tr key={year}>
            <Table.Td>{year}</Table.Td>
            <Table.Td ta="right">{count.toLocaleString(i18n.language)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PastRuns() {
  const { t, i18n } = useTranslation();
  const { data: runs = [] } = useHostQuery('privacy.listRetention', {});
  if (runs.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('privacy:retention.past')}
      </Text>
      <Table w="auto" aria-label={t('privacy:retention.past')}>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td>{momentText(run.at)}</Table.Td>
              <Table.Td>{run.actor}</Table.Td>
              <Table.Td>{t(`privacy:actions.${run.action}`)}</Table.Td>
              <Table.Td>{t('privacy:retention.before', { cutOff: run.cutOff })}</Table.Td>
              <Table.Td ta="right">{run.count.toLocaleString(i18n.language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

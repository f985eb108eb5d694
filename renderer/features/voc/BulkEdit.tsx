import { Autocomplete, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../core/contract/contract.ts';
import {
  type VocKind,
  type VocStatus,
  vocKinds,
  vocStatuses,
} from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { severityChoices } from './VocFieldsForm.tsx';

type Patch = InputOf<'voc.update'>['patch'];

interface BulkEditProps {
  opened: boolean;
  count: number;
  onClose: () => void;
  onApply: (patch: Patch) => void;
}

/** Changes several VOC at once; a field left empty stays as it is in each. */
export function BulkEdit({ opened, count, onClose, onApply }: BulkEditProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('voc:bulk.title', { count })}
      size={420}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <BulkForm onApply={onApply} />
    </Modal>
  );
}

function BulkForm({ onApply }: Pick<BulkEditProps, 'onApply'>) {
  const { t } = useTranslation();
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const [kind, setKind] = useState<VocKind | null>(null);
  const [status, setStatus] = useState<VocStatus | null>(null);
  const [severity, setSeverity] = useState<string | null>(null);
  const [owner, setOwner] = useState('');
  const patch: Patch = {
    ...(kind !== null && { kind }),
    ...(status !== null && { status }),
    ...(severity !== null && { severity: severity === 'none' ? null : Number(severity) }),
    ...(owner.trim() !== '' && { owner: owner.trim() }),
  };
  const isEmpty = Object.keys(patch).length === 0;
  const unchanged = t('voc:bulk.unchanged');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onApply(patch);
      }}
    >
      <Stack gap={10}>
        <Select
          data-autofocus
          label={t('voc:fields.kind')}
          placeholder={unchanged}
          clearable
          data={vocKinds.map((value) => ({ value, label: t(`voc:kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={t('voc:fields.severity')}
          placeholder={unchanged}
          clearable
          data={[...severityChoices(t), { value: 'none', label: t('voc:severities.none') }]}
          value={severity}
          onChange={setSeverity}
        />
        <Select
          label={t('voc:fields.status')}
          placeholder={unchanged}
          clearable
          data={vocStatuses.map((value) => ({ value, label: t(`voc:statuses.${value}`) }))}
          value={status}
          onChange={setStatus}
        />
        <Autocomplete
          size="xs"
          label={t('voc:fields.owner')}
          placeholder={unchanged}
          data={choices?.owners ?? []}
          maxLength={200}
          value={owner}
          onChange={setOwner}
        />
        <Group justify="space-between" mt={4}>
          <Text size="xs" c="dimmed">
            {t('voc:bulk.hint')}
          </Text>
          <Button type="submit" disabled={isEmpty}>
            {t('voc:bulk.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

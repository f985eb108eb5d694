import { Button, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../core/contract/action.contract.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { PaneBody, PaneTitle } from '../../shared/ui/Split.tsx';
import { ActionFieldInputs } from './ActionFieldInputs.tsx';
import { DaysLeft } from './action-columns.tsx';
import type { ActionPatch } from './action-patch.ts';

interface ActionPaneProps {
  action: ActionRow;
  csfs: readonly CsfRow[];
  onChange: (patch: ActionPatch) => void;
  onRemove: () => void;
}

/** Everything about one action; each field is kept as one leaves it. */
export function ActionPane({ action, csfs, onChange, onRemove }: ActionPaneProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(action);
  // What changed elsewhere, in the table or by undo, shows here too.
  useEffect(() => setFields(action), [action]);
  const keep = (patch: ActionPatch) => {
    if (patch.title === '') return setFields(action);
    const changed = Object.entries(patch).some(
      ([name, value]) => action[name as keyof ActionPatch] !== value,
    );
    if (changed) onChange(patch);
  };
  return (
    <PaneBody>
      <Group justify="space-between" wrap="nowrap">
        <PaneTitle>{t('action:details')}</PaneTitle>
        <Group gap={6} wrap="nowrap">
          <DaysLeft action={action} t={t} />
          <TrailButton kind="action" id={action.id} />
        </Group>
      </Group>
      <ActionFieldInputs
        fields={fields}
        csfs={csfs}
        onDraft={(patch) => setFields((known) => ({ ...known, ...patch }))}
        onSettled={keep}
      />
      <Group justify="space-between" gap={6} mt="auto">
        <Text size="xs" c="dimmed">
          {action.completedOn === null
            ? t('action:createdOn', { date: action.createdAt.slice(0, 10) })
            : t('action:completedOn', { date: action.completedOn })}
        </Text>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} />}
          onClick={onRemove}
        >
          {t('app:remove')}
        </Button>
      </Group>
    </PaneBody>
  );
}

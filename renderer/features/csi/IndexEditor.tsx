import { Alert, Button, Drawer, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { ComponentList } from './ComponentList.tsx';
import { draftOf, fieldsOf, type IndexDraft, newDraft, obstacleOf } from './index-draft.ts';

interface IndexEditorProps {
  opened: boolean;
  /** null: a new index. */
  index: IndexDefinition | null;
  onClose: () => void;
  onCreated: (id: number) => void;
}

/** Defines a composite index: components, their shares, and the items of each. */
export function IndexEditor({ opened, index, onClose, onCreated }: IndexEditorProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={640}
      title={index === null ? t('csi:screen.newIndex') : t('csi:screen.editIndex')}
    >
      {opened && <EditorForm index={index} onClose={onClose} onCreated={onCreated} />}
    </Drawer>
  );
}

function EditorForm({ index, onClose, onCreated }: Omit<IndexEditorProps, 'opened'>) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<IndexDraft>(() =>
    index === null ? newDraft(t('csi:editor.componentNumbered', { number: 1 })) : draftOf(index),
  );
  const create = useHostMutation('csi.createIndex', {
    onSuccess: ({ id }) => {
      onCreated(id);
      onClose();
    },
  });
  const update = useHostMutation('csi.updateIndex', { onSuccess: onClose });
  const fields = fieldsOf(draft);
  const obstacle = obstacleOf(draft);
  const save = () => {
    if (fields === null) return;
    if (index === null) create.mutate(fields);
    else update.mutate({ id: index.id, ...fields });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={t('csi:editor.name')}
        placeholder={t('csi:editor.namePlaceholder')}
        value={draft.name}
        maxLength={200}
        autoFocus
        data-autofocus
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <ComponentList draft={draft} onChange={setDraft} />
      {index !== null && (
        <Alert mt="md" variant="light" color="gray">
          {t('csi:editor.versionHint', { version: index.version + 1 })}
        </Alert>
      )}
      <Group justify="space-between" mt="lg" wrap="nowrap">
        {index === null ? <span /> : <RemoveButton id={index.id} onRemoved={onClose} />}
        <Group gap={10} wrap="nowrap">
          <Text size="sm" c="dimmed" role="status">
            {obstacle === null ? '' : t(`csi:editor.obstacles.${obstacle}`)}
          </Text>
          <Button
            type="submit"
            flex="none"
            disabled={fields === null}
            loading={create.isPending || update.isPending}
          >
            {t('app:save')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

function RemoveButton({ id, onRemoved }: { id: number; onRemoved: () => void }) {
  const { t } = useTranslation();
  const remove = useHostMutation('csi.removeIndex', {
    onSuccess: () => {
      notifyDone(t('csi:editor.removed'));
      onRemoved();
    },
  });
  return (
    <Button variant="subtle" color="red" flex="none" onClick={() => remove.mutate({ id })}>
      {t('csi:editor.remove')}
    </Button>
  );
}

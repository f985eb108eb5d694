import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { host } from '../../shared/host/host-client.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { RequirementPicker } from './RequirementPicker.tsx';

/** A form in a dialog: it closes when `work` resolves and stays, with what was typed, when not. */
function useDialogSubmit(): {
  busy: boolean;
  submit: (event: FormEvent, work: () => Promise<void>) => void;
} {
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent, work: () => Promise<void>) => {
    event.preventDefault();
    setBusy(true);
    work()
      .then(() => modals.closeAll())
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  return { busy, submit };
}

interface NewHouseFormProps {
  suggestedName: string;
  onCreated: (id: number) => void;
}

/** Names a house and picks the requirements that become its WHATs. */
export function NewHouseForm({ suggestedName, onCreated }: NewHouseFormProps) {
  const { t } = useTranslation();
  const { data: requirements = [] } = useHostQuery('requirement.list', {});
  const [name, setName] = useState(suggestedName);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { busy, submit } = useDialogSubmit();
  const create = async () => {
    const requirementIds = inOutlineOrder(requirements, chosen);
    const { id } = await host.call('house.create', { name: name.trim(), requirementIds });
    onCreated(id);
  };
  return (
    <form onSubmit={(event) => submit(event, create)}>
      <Stack gap={12}>
        <NameInput name={name} onName={setName} />
        <div>
          <Text size="xs" fw={500} mb={4}>
            {t('house:dialog.pickWhats')}
          </Text>
          <RequirementPicker
            requirements={requirements}
            present={new Set()}
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
      </Stack>
      <SubmitRow busy={busy} disabled={name.trim() === ''}>
        {t('house:dialog.create')}
      </SubmitRow>
    </form>
  );
}

interface RenameHouseFormProps {
  id: number;
  name: string;
}

export function RenameHouseForm({ id, name: initial }: RenameHouseFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const { busy, submit } = useDialogSubmit();
  return (
    <form
      onSubmit={(event) =>
        submit(event, () => host.call('house.rename', { id, name: name.trim() }))
      }
    >
      <NameInput name={name} onName={setName} />
      <SubmitRow busy={busy} disabled={name.trim() === ''}>
        {t('app:save')}
      </SubmitRow>
    </form>
  );
}

interface AddWhatsFormProps {
  houseId: number;
  present: ReadonlySet<number>;
}

export function AddWhatsForm({ houseId, present }: AddWhatsFormProps) {
  const { t } = useTranslation();
  const { data: requirements = [] } = useHostQuery('requirement.list', {});
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { busy, submit } = useDialogSubmit();
  const add = () =>
    host.call('house.addWhats', { houseId, requirementIds: inOutlineOrder(requirements, chosen) });
  return (
    <form onSubmit={(event) => submit(event, add)}>
      <RequirementPicker
        requirements={requirements}
        present={present}
        chosen={chosen}
        onChoose={setChosen}
      />
      <SubmitRow busy={busy} disabled={chosen.size === 0}>
        {t('house:dialog.addWhats', { count: chosen.size })}
      </SubmitRow>
    </form>
  );
}

function NameInput({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('house:dialog.name')}
      value={name}
      maxLength={200}
      data-autofocus
      onChange={(event) => onName(event.currentTarget.value)}
    />
  );
}

interface SubmitRowProps {
  busy: boolean;
  disabled: boolean;
  children: ReactNode;
}

function SubmitRow({ busy, disabled, children }: SubmitRowProps) {
  return (
    <Group justify="flex-end" mt="md">
      <Button type="submit" loading={busy} disabled={disabled}>
        {children}
      </Button>
    </Group>
  );
}

/** WHATs enter a house in the order of the tree, whatever order they were ticked in. */
function inOutlineOrder(
  requirements: readonly { id: number }[],
  chosen: ReadonlySet<number>,
): number[] {
  return requirements.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
}

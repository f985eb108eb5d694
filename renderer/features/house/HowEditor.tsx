import {
  ActionIcon,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconRoute, IconTrash } from '@tabler/icons-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type HouseHow, howDirections } from '../../../core/contract/house.contract.ts';
import { directionSigns } from './direction-signs.ts';
import { Floating } from './Floating.tsx';
import { namesOf } from './names-of.ts';
import type { HowFields } from './use-house-actions.ts';

const emptyHow: HowFields = { name: '', unit: '', direction: 'up', targetValue: '' };

interface HowEditorProps {
  how: HouseHow;
  anchor: DOMRect;
  isFirst: boolean;
  isLast: boolean;
  onChange: (patch: Partial<HowFields>) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
  onTrail: () => void;
  onClose: () => void;
}

/** Edits a HOW where it stands. Each field is kept when one leaves it. */
export function HowEditor({ how, anchor, onClose, ...actions }: HowEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<HowFields>(how);
  const keep = (fields: HowFields) => {
    const patch = changedFields(how, fields);
    if (patch !== null) actions.onChange(patch);
  };
  const close = () => {
    keep(draft);
    onClose();
  };
  return (
    <Floating anchor={anchor} label={t('house:how.edit', { name: how.name })} onClose={close}>
      <Stack gap={10}>
        <HowFieldInputs
          fields={draft}
          onFields={setDraft}
          onLeave={() => keep(draft)}
          onDirection={(direction) => {
            const next = { ...draft, direction };
            setDraft(next);
            keep(next);
          }}
          onEnter={close}
        />
        <Group justify="space-between" gap={4}>
          <Group gap={2}>
            <IconButton
              label={t('house:how.moveLeft')}
              disabled={actions.isFirst}
              onClick={() => actions.onMove(-1)}
            >
              <IconArrowLeft size={16} />
            </IconButton>
            <IconButton
              label={t('house:how.moveRight')}
              disabled={actions.isLast}
              onClick={() => actions.onMove(1)}
            >
              <IconArrowRight size={16} />
            </IconButton>
            <IconButton label={t('trail:open')} onClick={actions.onTrail}>
              <IconRoute size={16} />
            </IconButton>
          </Group>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} />}
            onClick={actions.onRemove}
          >
            {t('house:how.remove')}
          </Button>
        </Group>
      </Stack>
    </Floating>
  );
}

interface NewHowFormProps {
  anchor: DOMRect;
  /** Resolves when the HOW is kept; the form then waits for the next one. */
  onAdd: (fields: HowFields) => Promise<boolean>;
  /** A column of names that was pasted. */
  onAddMany: (names: string[]) => Promise<boolean>;
  onClose: () => void;
}

/** Types HOWs one after another: Enter adds one and begins the next. */
export function NewHowForm({ anchor, onAdd, onAddMany, onClose }: NewHowFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<HowFields>(emptyHow);
  const nameInput = useRef<HTMLInputElement>(null);
  const add = async () => {
    if (draft.name.trim() === '') return;
    // The next one can be typed while this one is on its way; a refused one comes back.
    setDraft(emptyHow);
    nameInput.current?.focus();
    const added = await onAdd(draft);
    if (!added) setDraft((next) => (next.name === '' ? draft : next));
  };
  return (
    <Floating anchor={anchor} label={t('house:how.new')} onClose={onClose}>
      <Stack gap={10}>
        <HowFieldInputs
          nameInput={nameInput}
          fields={draft}
          onFields={setDraft}
          onDirection={(direction) => setDraft({ ...draft, direction })}
          onEnter={() => void add()}
          onNames={(names) => void onAddMany(names)}
        />
        <Text size="xs" c="dimmed">
          {t('house:how.pasteHint')}
        </Text>
        <Group justify="flex-end" gap={6}>
          <Button variant="default" onClick={onClose}>
            {t('app:close')}
          </Button>
          <Button disabled={draft.name.trim() === ''} onClick={() => void add()}>
            {t('house:how.add')}
          </Button>
        </Group>
      </Stack>
    </Floating>
  );
}

interface HowFieldInputsProps {
  nameInput?: Ref<HTMLInputElement>;
  fields: HowFields;
  onFields: (fields: HowFields) => void;
  onLeave?: () => void;
  onDirection: (direction: HowFields['direction']) => void;
  onEnter: () => void;
  /** Several names pasted at once; left out, a paste is but text. */
  onNames?: (names: string[]) => void;
}

function HowFieldInputs(props: HowFieldInputsProps) {
  const { nameInput, fields, onFields, onLeave, onDirection, onEnter } = props;
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  const onPaste = (event: ClipboardEvent) => {
    const names = namesOf(event.clipboardData.getData('text/plain'));
    if (props.onNames === undefined || names.length < 2) return;
    event.preventDefault();
    props.onNames(names);
  };
  return (
    <>
      <TextInput
        ref={nameInput}
        onPaste={onPaste}
        label={t('house:how.name')}
        placeholder={t('house:how.namePlaceholder')}
        value={fields.name}
        maxLength={200}
        data-autofocus
        onChange={(event) => onFields({ ...fields, name: event.currentTarget.value })}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
      <Group gap={8} wrap="nowrap">
        <TextInput
          label={t('house:how.targetValue')}
          placeholder="90"
          value={fields.targetValue}
          maxLength={80}
          onChange={(event) => onFields({ ...fields, targetValue: event.currentTarget.value })}
          onBlur={onLeave}
          onKeyDown={onKeyDown}
        />
        <TextInput
          label={t('house:how.unit')}
          placeholder="%"
          value={fields.unit}
          maxLength={40}
          onChange={(event) => onFields({ ...fields, unit: event.currentTarget.value })}
          onBlur={onLeave}
          onKeyDown={onKeyDown}
        />
      </Group>
      <SegmentedControl
        fullWidth
        aria-label={t('house:how.direction')}
        value={fields.direction}
        onChange={onDirection}
        data={howDirections.map((direction) => ({
          value: direction,
          label: `${directionSigns[direction]} ${t(`house:directionShort.${direction}`)}`,
        }))}
      />
    </>
  );
}

interface IconButtonProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function IconButton({ label, disabled = false, onClick, children }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** What differs from the HOW as it is kept; null when nothing does. A name cannot be taken away. */
function changedFields(how: HouseHow, draft: HowFields): Partial<HowFields> | null {
  const patch: Partial<HowFields> = {};
  const name = draft.name.trim();
  if (name !== '' && name !== how.name) patch.name = name;
  if (draft.unit.trim() !== how.unit) patch.unit = draft.unit.trim();
  if (draft.targetValue.trim() !== how.targetValue) patch.targetValue = draft.targetValue.trim();
  if (draft.direction !== how.direction) patch.direction = draft.direction;
  return Object.keys(patch).length > 0 ? patch : null;
}

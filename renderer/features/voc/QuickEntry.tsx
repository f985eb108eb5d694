import {
  Autocomplete,
  Button,
  Group,
  Kbd,
  Modal,
  NativeSelect,
  SegmentedControl,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../core/contract/contract.ts';
import {
  type VocChannel,
  type VocKind,
  vocChannels,
  vocKinds,
} from '../../../core/contract/voc.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { type EntryDefaults, useEntryDefaults, useEntryDraft } from './entry-memory.ts';
import { momentFromTyping, spokenMoment } from './moment-typing.ts';
import classes from './QuickEntry.module.css';

interface QuickEntryProps {
  opened: boolean;
  onClose: () => void;
  onSaved: (id: number) => void;
}

/**
 * Takes down one VOC after another without the mouse: the text first, the rest with Tab and the
 * arrow keys and mostly as it was last time; Ctrl+Enter saves and begins the next.
 */
export function QuickEntry({ opened, onClose, onSaved }: QuickEntryProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('voc:entry.title')} size={640}>
      <EntryForm onClose={onClose} onSaved={onSaved} />
    </Modal>
  );
}

function EntryForm({ onClose, onSaved }: Omit<QuickEntryProps, 'opened'>) {
  const { t } = useTranslation();
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const [defaults, setDefaults, keepDefaults] = useEntryDefaults();
  const [text, setText] = useEntryDraft();
  const [severity, setSeverity] = useState('0');
  const [moment, setMoment] = useState(() => spokenMoment(new Date()));
  const [problem, setProblem] = useState<'text' | 'moment' | null>(null);
  const [savedCount, setSavedCount] = useState(0);
  const textField = useRef<HTMLTextAreaElement>(null);
  const create = useHostMutation('voc.create', {
    onSuccess: ({ id }) => {
      keepDefaults();
      setText('');
      setSeverity('0');
      setMoment(spokenMoment(new Date()));
      setSavedCount((count) => count + 1);
      textField.current?.focus();
      onSaved(id);
    },
  });
  const save = () => {
    const receivedAt = momentFromTyping(moment, new Date());
    if (text.trim() === '') {
      setProblem('text');
      textField.current?.focus();
    } else if (receivedAt === null) {
      setProblem('moment');
    } else if (!create.isPending) {
      setProblem(null);
      create.mutate(fieldsOf(text, receivedAt, Number(severity), defaults));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter saves from any field within
    <div className={classes.form} onKeyDown={onKeyDown}>
      <Textarea
        ref={textField}
        data-autofocus
        size="md"
        autosize
        minRows={5}
        maxRows={14}
        label={t('voc:fields.text')}
        placeholder={t('voc:entry.textPlaceholder')}
        maxLength={20_000}
        value={text}
        error={problem === 'text' && text.trim() === '' ? t('voc:entry.textRequired') : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <NativeSelect
          size="xs"
          label={t('voc:fields.channel')}
          data={vocChannels.map((value) => ({ value, label: t(`voc:channels.${value}`) }))}
          value={defaults.channel}
          onChange={(event) => setDefaults({ channel: channelOf(event.currentTarget.value) })}
        />
        <ChoiceRow
          label={t('voc:fields.kind')}
          value={defaults.kind}
          data={vocKinds.map((value) => ({ value, label: t(`voc:kinds.${value}`) }))}
          onChange={(kind) => setDefaults({ kind: kindOf(kind) })}
        />
      </div>
      <div className={classes.row}>
        <Autocomplete
          size="xs"
          label={t('voc:fields.branch')}
          data={choices?.branches ?? []}
          limit={30}
          maxLength={200}
          selectFirstOptionOnChange
          value={defaults.branch}
          onChange={(branch) => setDefaults({ branch })}
        />
        <ChoiceRow
          label={t('voc:fields.severity')}
          value={severity}
          data={['0', '1', '2', '3', '4', '5'].map((value) => ({
            value,
            label: value === '0' ? t('voc:severities.none') : value,
          }))}
          onChange={setSeverity}
        />
      </div>
      <div className={classes.more}>
        <Autocomplete
          size="xs"
          label={t('voc:fields.product')}
          data={choices?.products ?? []}
          limit={30}
          maxLength={200}
          value={defaults.product}
          onChange={(product) => setDefaults({ product })}
        />
        <Autocomplete
          size="xs"
          label={t('voc:fields.customerType')}
          data={choices?.customerTypes ?? []}
          limit={30}
          maxLength={200}
          value={defaults.customerType}
          onChange={(customerType) => setDefaults({ customerType })}
        />
        <TextInput
          label={t('voc:fields.receivedAt')}
          value={moment}
          error={problem === 'moment' ? t('app:dates.refused') : null}
          onChange={(event) => setMoment(event.currentTarget.value)}
        />
      </div>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {savedCount > 0 ? t('voc:entry.saved', { count: savedCount }) : t('voc:entry.kept')}
        </Text>
        <Group gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('app:close')}
          </Button>
          <Button onClick={save} loading={create.isPending} rightSection={<Kbd>Ctrl Enter</Kbd>}>
            {t('voc:entry.save')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

interface ChoiceRowProps {
  label: string;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One Tab stop whose choices all stand in sight; the arrow keys move between them. */
function ChoiceRow({ label, value, data, onChange }: ChoiceRowProps) {
  return (
    <div>
      <div className={classes.choiceLabel}>{label}</div>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        data={data}
        onChange={onChange}
      />
    </div>
  );
}

function fieldsOf(
  text: string,
  receivedAt: string,
  severity: number,
  defaults: EntryDefaults,
): InputOf<'voc.create'> {
  const orNull = (word: string) => (word.trim() === '' ? null : word.trim());
  return {
    text: text.trim(),
    receivedAt,
    channel: defaults.channel,
    kind: defaults.kind,
    branch: orNull(defaults.branch),
    product: orNull(defaults.product),
    customerType: orNull(defaults.customerType),
    severity: severity === 0 ? null : severity,
  };
}

function channelOf(value: string): VocChannel {
  return vocChannels.find((known) => known === value) ?? 'other';
}

function kindOf(value: string): VocKind {
  return vocKinds.find((known) => known === value) ?? 'other';
}

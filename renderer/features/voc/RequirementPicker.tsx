import { Modal, ScrollArea, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import classes from './RequirementPicker.module.css';
import { matchingRequirements, pathOf } from './requirement-search.ts';

export type PickedRequirement = { id: number; name: string } | { newName: string };

interface RequirementPickerProps {
  opened: boolean;
  /** How many VOC will be linked. */
  count: number;
  onClose: () => void;
  onPick: (picked: PickedRequirement) => void;
}

/** Finds a requirement of the tree by typing, or makes a new one of what was typed. */
export function RequirementPicker({ opened, count, onClose, onPick }: RequirementPickerProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('voc:picker.title', { count })}
      size={560}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Picker onPick={onPick} />
    </Modal>
  );
}

function Picker({ onPick }: Pick<RequirementPickerProps, 'onPick'>) {
  const { t } = useTranslation();
  const listId = useId();
  const { data: requirements = [] } = useHostQuery('requirement.list', {});
  const [lastId, setLastId] = usePreference<number>('voc.lastRequirement', 0);
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState<number | null>(null);
  const found = matchingRequirements(requirements, query);
  const name = query.trim();
  const isNew = name !== '' && !found.some((requirement) => requirement.name === name);
  const length = found.length + (isNew ? 1 : 0);
  const start = query === '' ? found.findIndex(({ id }) => id === lastId) : 0;
  const active = Math.min(cursor ?? Math.max(0, start), length - 1);
  const pick = (index: number) => {
    const requirement = found[index];
    if (requirement !== undefined) {
      setLastId(requirement.id);
      onPick({ id: requirement.id, name: requirement.name });
    } else if (isNew) {
      onPick({ newName: name });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (length > 0) setCursor((active + step + length) % length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      pick(event.ctrlKey || event.metaKey ? found.length : active);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="sm"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        aria-label={t('voc:picker.search')}
        placeholder={t('voc:picker.search')}
        leftSection={<IconSearch size={15} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setCursor(null);
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={360} mt={8}>
        <div id={listId} role="listbox" aria-label={t('voc:picker.list')}>
          {found.map((requirement, index) => (
            <Option
              key={requirement.id}
              id={`${listId}-${index}`}
              active={index === active}
              level={query === '' ? requirement.level : 1}
              onPick={() => pick(index)}
            >
              <span className={classes.code}>{requirement.code}</span>
              <span className={classes.name}>
                {requirement.name}
                {query !== '' && <Path requirement={requirement} all={requirements} />}
              </span>
              <span className={classes.count}>
                {t('voc:picker.vocCount', { count: requirement.vocCount })}
              </span>
            </Option>
          ))}
          {isNew && (
            <Option
              id={`${listId}-${found.length}`}
              active={active === found.length}
              level={1}
              onPick={() => pick(found.length)}
            >
              <IconPlus size={14} />
              <span className={classes.name}>{t('voc:picker.create', { name })}</span>
            </Option>
          )}
        </div>
      </ScrollArea.Autosize>
      <Text size="xs" c="dimmed" mt={8}>
        {requirements.length === 0 && name === '' ? t('voc:picker.empty') : t('voc:picker.keys')}
      </Text>
    </>
  );
}

function Path({ requirement, all }: { requirement: RequirementRow; all: RequirementRow[] }) {
  const path = pathOf(requirement, all);
  return path === '' ? null : <span className={classes.path}>{path}</span>;
}

interface OptionProps {
  id: string;
  active: boolean;
  level: number;
  onPick: () => void;
  children: React.ReactNode;
}

function Option({ id, active, level, onPick, children }: OptionProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) box.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search field
    <div
      ref={box}
      id={id}
      role="option"
      aria-selected={active}
      className={classes.option}
      data-level={level}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

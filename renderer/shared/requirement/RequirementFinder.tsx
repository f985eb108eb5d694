import { Modal, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import classes from './RequirementFinder.module.css';
import { pathOf, requirementMatches } from './requirement-matches.ts';

interface RequirementFinderProps {
  /** null: closed. */
  title: string | null;
  requirements: readonly RequirementRow[];
  /** The one pointed at before anything is typed. */
  startId?: number;
  onClose: () => void;
  onPick: (requirement: RequirementRow) => void;
  /** Makes a new one of what was typed; without it, only those that are there can be had. */
  onCreate?: (name: string) => void;
  /** Said where nothing is found. */
  nothing: string;
}

/** Finds a requirement by typing parts of its name, or their initial consonants. */
export function RequirementFinder({ title, onClose, ...finder }: RequirementFinderProps) {
  return (
    <Modal opened={title !== null} onClose={onClose} title={title} size={560}>
      <Finder {...finder} />
    </Modal>
  );
}

function Finder(props: Omit<RequirementFinderProps, 'title' | 'onClose'>) {
  const { requirements, startId, onPick, onCreate, nothing } = props;
  const { t, i18n } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState<number | null>(null);
  const found = requirementMatches(requirements, typed);
  const name = typed.trim();
  const isNew =
    onCreate !== undefined && name !== '' && !found.some((known) => known.name === name);
  const length = found.length + (isNew ? 1 : 0);
  const start = typed === '' ? found.findIndex(({ id }) => id === startId) : 0;
  const active = Math.min(cursor ?? Math.max(0, start), length - 1);
  const take = (place: number) => {
    const requirement = found[place];
    if (requirement !== undefined) onPick(requirement);
    else if (isNew) onCreate(name);
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
      take(event.ctrlKey || event.metaKey ? found.length : active);
    }
  };
  const search = t(`requirement:finder.${onCreate === undefined ? 'search' : 'searchOrName'}`);
  const keys = t(`requirement:finder.${onCreate === undefined ? 'keys' : 'keysToCreate'}`);
  return (
    <>
      <TextInput
        data-autofocus
        size="sm"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        aria-label={search}
        placeholder={search}
        leftSection={<IconSearch size={15} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setCursor(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('requirement:finder.list')}
        className={classes.list}
      >
        {found.map((requirement, place) => (
          <Option
            key={requirement.id}
            id={`${listId}-${place}`}
            active={place === active}
            level={typed === '' ? requirement.level : 1}
            onPick={() => onPick(requirement)}
          >
            <span className={classes.code}>{requirement.code}</span>
            <span className={classes.name}>
              {requirement.name}
              {typed !== '' && (
                <span className={classes.path}>{pathOf(requirement, requirements)}</span>
              )}
            </span>
            <span className={classes.count}>
              VOC {requirement.vocCount.toLocaleString(i18n.language)}
            </span>
          </Option>
        ))}
        {isNew && (
          <Option
            id={`${listId}-${found.length}`}
            active={active === found.length}
            level={1}
            onPick={() => onCreate(name)}
          >
            <IconPlus size={14} />
            <span className={classes.name}>{t('requirement:finder.create', { name })}</span>
          </Option>
        )}
      </div>
      <Text size="xs" c="dimmed" mt={8}>
        {length === 0 ? nothing : keys}
      </Text>
    </>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  level: number;
  onPick: () => void;
  children: ReactNode;
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

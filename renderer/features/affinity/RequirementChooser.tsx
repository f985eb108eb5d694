import { Modal, ScrollArea, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import classes from './Dialogs.module.css';
import { pathOf, requirementMatches } from './requirement-matches.ts';

interface RequirementChooserProps {
  /** null: closed. */
  title: string | null;
  requirements: readonly RequirementRow[];
  onClose: () => void;
  onChoose: (requirement: RequirementRow) => void;
}

/** Finds a requirement by typing parts of its name, or their initial consonants. */
export function RequirementChooser({ title, onClose, ...rest }: RequirementChooserProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={title !== null}
      onClose={onClose}
      title={title}
      size={560}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Chooser {...rest} />
    </Modal>
  );
}

function Chooser({
  requirements,
  onChoose,
}: Pick<RequirementChooserProps, 'requirements' | 'onChoose'>) {
  const { t, i18n } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const found = requirementMatches(requirements, typed);
  const active = Math.min(cursor, found.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setCursor((active + step + found.length) % found.length);
    }
    const chosen = found[active];
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      onChoose(chosen);
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
        aria-label={t('affinity:choose.search')}
        placeholder={t('affinity:choose.search')}
        leftSection={<IconSearch size={15} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={360} mt={8}>
        <div id={listId} role="listbox" aria-label={t('affinity:choose.list')}>
          {found.map((requirement, place) => (
            <Option
              key={requirement.id}
              id={`${listId}-${place}`}
              active={place === active}
              onPick={() => onChoose(requirement)}
            >
              <span className={classes.code}>{requirement.code}</span>
              <span className={classes.name}>
                {requirement.name}
                <span className={classes.path}>{pathOf(requirement, requirements)}</span>
              </span>
              <span className={classes.count}>
                {t('affinity:pool.size', {
                  shown: requirement.vocCount.toLocaleString(i18n.language),
                })}
              </span>
            </Option>
          ))}
        </div>
      </ScrollArea.Autosize>
      <Text size="xs" c="dimmed" mt={8}>
        {t(found.length === 0 ? 'affinity:choose.none' : 'affinity:choose.keys')}
      </Text>
    </>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  onPick: () => void;
  children: React.ReactNode;
}

function Option({ id, active, onPick, children }: OptionProps) {
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
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

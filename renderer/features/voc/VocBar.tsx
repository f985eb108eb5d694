import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import {
  IconCopy,
  IconEdit,
  IconFilter,
  IconLayoutSidebarRight,
  IconLinkPlus,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './VocPage.module.css';
import { useTickedCount, type VocTicks } from './voc-selection.ts';

interface SelectionBarProps {
  ticks: VocTicks;
  onLink: () => void;
  onEdit: () => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** What one can do with the ticked rows, each named with its key. */
export function SelectionBar({ ticks, onLink, onEdit, onCopy, onRemove }: SelectionBarProps) {
  const { t, i18n } = useTranslation();
  const count = useTickedCount(ticks);
  if (count === 0) return null;
  return (
    <div className={classes.selection} role="toolbar" aria-label={t('voc:list.selectionActions')}>
      <Text size="sm" fw={650} aria-live="polite" style={{ whiteSpace: 'nowrap' }}>
        {t('voc:list.ticked', { count, shown: count.toLocaleString(i18n.language) })}
      </Text>
      <Action
        icon={<IconLinkPlus size={14} />}
        label={t('voc:commands.link')}
        keys="R"
        onClick={onLink}
      />
      <Action
        icon={<IconEdit size={14} />}
        label={t('voc:commands.edit')}
        keys="E"
        onClick={onEdit}
      />
      <Action
        icon={<IconCopy size={14} />}
        label={t('voc:commands.copy')}
        keys="Ctrl C"
        onClick={onCopy}
      />
      <Action
        icon={<IconTrash size={14} />}
        label={t('voc:commands.remove')}
        keys="Delete"
        onClick={onRemove}
      />
      <Tooltip label={t('voc:list.untick')}>
        <ActionIcon size="sm" aria-label={t('voc:list.untick')} onClick={() => ticks.clear()}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface ActionProps {
  icon: ReactNode;
  label: string;
  keys: string;
  onClick: () => void;
}

function Action({ icon, label, keys, onClick }: ActionProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <Button variant="default" size="compact-xs" leftSection={icon} onClick={onClick}>
        {label}
      </Button>
    </Tooltip>
  );
}

interface ToggleProps {
  on: boolean;
  onToggle: () => void;
}

export function FilterToggle({ on, onToggle }: ToggleProps) {
  const { t } = useTranslation();
  const label = t('voc:commands.toggleFilters');
  return (
    <Tooltip label={`${label} (F)`}>
      <ActionIcon aria-label={label} aria-pressed={on} onClick={onToggle}>
        <IconFilter size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

export function PaneToggle({ on, onToggle }: ToggleProps) {
  const { t } = useTranslation();
  const label = t('voc:commands.togglePane');
  return (
    <Tooltip label={`${label} (P)`}>
      <ActionIcon aria-label={label} aria-pressed={on} onClick={onToggle}>
        <IconLayoutSidebarRight size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

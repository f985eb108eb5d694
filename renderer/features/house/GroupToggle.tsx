import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface GroupToggleProps {
  name: string;
  /** Whether the group is open, so that this collapses it. */
  isOpen: boolean;
  className?: string | undefined;
}

/** Collapses or opens a group. The keyboard does so with the space bar on its head. */
export function GroupToggle({ name, isOpen, className }: GroupToggleProps) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      size="xs"
      tabIndex={-1}
      data-tool="toggle"
      className={className}
      aria-label={t(isOpen ? 'house:group.collapse' : 'house:group.open', { name })}
    >
      {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
    </ActionIcon>
  );
}

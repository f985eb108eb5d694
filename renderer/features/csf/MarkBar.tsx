import { Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CsfStatus, csfStatuses } from '../../../core/contract/csf.contract.ts';
import classes from './CsfPage.module.css';

interface MarkBarProps {
  count: number;
  /** CSFs on the list, as it is narrowed. */
  shown: number;
  onStatus: (status: CsfStatus) => void;
  onMarkAll: () => void;
  onClear: () => void;
}

/** What can be done with all CSFs that are marked. */
export function MarkBar({ count, shown, onStatus, onMarkAll, onClear }: MarkBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.markBar} role="toolbar" aria-label={t('csf:marked.label')}>
      <Text size="sm" fw={600} role="status">
        {t('csf:marked.count', { count })}
      </Text>
      <Group gap={6}>
        {csfStatuses.map((status) => (
          <Button key={status} size="compact-sm" variant="default" onClick={() => onStatus(status)}>
            {t('csf:marked.to', { status: t(`csf:statuses.${status}`) })}
          </Button>
        ))}
      </Group>
      {count < shown && (
        <Button size="compact-sm" variant="subtle" onClick={onMarkAll}>
          {t('csf:marked.all', { count: shown })}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconX size={13} />}
        onClick={onClear}
      >
        {t('csf:marked.clear')}
      </Button>
    </div>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openTrail, type TrailTarget } from './trail-store.ts';

/** The small button beside anything that hangs together with other things. */
export function TrailButton({ kind, id }: TrailTarget) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('trail:open')}>
      <ActionIcon
        size="sm"
        aria-label={t('trail:open')}
        onClick={(event) => {
          event.stopPropagation();
          openTrail({ kind, id });
        }}
      >
        <IconRoute size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

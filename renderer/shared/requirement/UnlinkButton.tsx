import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';

/** Takes a VOC out of a requirement's evidence. */
export function UnlinkButton({ label, onUnlink }: { label: string; onUnlink: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="xs" aria-label={label} onClick={onUnlink}>
        <IconX size={12} />
      </ActionIcon>
    </Tooltip>
  );
}

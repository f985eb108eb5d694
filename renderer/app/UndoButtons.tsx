import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../shared/commands/command-registry.ts';
import { useHostQuery } from '../shared/host/host-queries.ts';
import classes from './UndoButtons.module.css';

/** Undo and redo, each naming what it will do. */
export function UndoButtons() {
  const { t } = useTranslation();
  const { data } = useHostQuery('undo.state', {});
  const undoLabel = data?.undo ? t(data.undo.label, data.undo.params) : null;
  const redoLabel = data?.redo ? t(data.redo.label, data.redo.params) : null;
  const undoWords = undoLabel ? t('app:undo.named', { step: undoLabel }) : t('app:undo.none');
  const redoWords = redoLabel ? t('app:redo.named', { step: redoLabel }) : t('app:redo.none');
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={undoWords}>
        <ActionIcon
          className={classes.button}
          aria-label={undoWords}
          disabled={undoLabel === null}
          onClick={() => runCommand('edit.undo')}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoWords}>
        <ActionIcon
          className={classes.button}
          aria-label={redoWords}
          disabled={redoLabel === null}
          onClick={() => runCommand('edit.redo')}
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

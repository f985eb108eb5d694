import { Button, Kbd } from '@mantine/core';
import {
  IconChartBar,
  IconCopyCheck,
  IconFileImport,
  IconLayoutKanban,
  IconMessagePlus,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';

/** Where one goes on with what is listed. */
export function ListActions({ filter }: { filter: VocFilter }) {
  return (
    <>
      <AnalyseButton filter={filter} />
      <BoardButton filter={filter} />
      <DuplicatesButton />
    </>
  );
}

/** What is listed, as stacks of similar VOC to make requirements of. */
function BoardButton({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  return (
    <Button
      renderRoot={(props) => <Link to="/requirements/board" search={{ filter }} {...props} />}
      variant="default"
      leftSection={<IconLayoutKanban size={15} />}
      rightSection={<Kbd size="xs">B</Kbd>}
    >
      {t('requirement:commands.board')}
    </Button>
  );
}

/** What is listed, as the words, trends and charts it is made of. */
function AnalyseButton({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  return (
    <Button
      renderRoot={(props) => <Link to="/insight" search={{ filter }} {...props} />}
      variant="default"
      leftSection={<IconChartBar size={15} />}
    >
      {t('voc:commands.analyse')}
    </Button>
  );
}

function DuplicatesButton() {
  const { t } = useTranslation();
  return (
    <Button
      renderRoot={(props) => <Link to="/voc/duplicates" {...props} />}
      variant="default"
      leftSection={<IconCopyCheck size={15} />}
    >
      {t('voc:commands.duplicates')}
    </Button>
  );
}

export function PageActions({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        renderRoot={(props) => (
          <Link to="/import/$purpose" params={{ purpose: 'voc' }} {...props} />
        )}
        variant="default"
        leftSection={<IconFileImport size={15} />}
        rightSection={<Kbd size="xs">I</Kbd>}
      >
        {t('voc:commands.import')}
      </Button>
      <Button
        leftSection={<IconMessagePlus size={15} />}
        rightSection={<Kbd size="xs">N</Kbd>}
        onClick={onAdd}
      >
        {t('voc:commands.new')}
      </Button>
    </>
  );
}

export function FirstVoc({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('voc:empty.title')}
      hint={t('voc:empty.hint')}
      icon={<IconMessagePlus size={36} stroke={1.4} />}
      actions={<PageActions onAdd={onAdd} />}
    />
  );
}

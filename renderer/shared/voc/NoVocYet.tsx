import { Button } from '@mantine/core';
import { IconFileImport, IconMessageCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../host/host-queries.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** A room that lives on VOC, in a workspace that has none: what will stand here, and how to begin. */
export function NoVocYet({ hint }: { hint: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('voc:empty.title')}
      hint={hint}
      icon={<IconMessageCircle size={36} stroke={1.4} />}
      actions={
        <>
          <ImportVocButton />
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/voc" search={{ compose: true }} {...props} />}
          >
            {t('voc:empty.write')}
          </Button>
        </>
      }
    />
  );
}

export function ImportVocButton({ variant = 'filled' }: { variant?: 'filled' | 'default' }) {
  const { t } = useTranslation();
  return (
    <Button
      variant={variant}
      leftSection={<IconFileImport size={15} />}
      renderRoot={(props) => <Link to="/import/$purpose" params={{ purpose: 'voc' }} {...props} />}
    >
      {t('voc:empty.import')}
    </Button>
  );
}

/** Whether there is nothing said by any customer yet; undefined until that is known. */
export function useHasNoVoc(): boolean | undefined {
  const { data } = useHostQuery('voc.count', {});
  return data === undefined ? undefined : data.total === 0;
}

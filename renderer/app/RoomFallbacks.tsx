import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMapQuestion } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/ui/EmptyState.tsx';

/** In place of a room that could not be drawn; the rail and the other rooms go on working. */
export function RoomFailed() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <EmptyState
      icon={<IconAlertTriangle size={36} />}
      title={t('app:roomFailed.title')}
      hint={t('app:roomFailed.hint')}
      actions={
        <Button mt="sm" onClick={() => void router.invalidate()}>
          {t('app:roomFailed.retry')}
        </Button>
      }
    />
  );
}

/** For an address that leads to no room. */
export function NoSuchRoom() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconMapQuestion size={36} />}
      title={t('app:noSuchRoom.title')}
      hint={t('app:noSuchRoom.hint')}
      actions={
        <Button mt="sm" renderRoot={(props) => <Link to="/" {...props} />}>
          {t('app:noSuchRoom.goHome')}
        </Button>
      }
    />
  );
}

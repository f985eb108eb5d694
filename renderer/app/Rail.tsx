import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Rail.module.css';
import { type Room, verbs } from './rooms.ts';
import { spokenShortcut } from './spoken-shortcut.ts';

interface RailProps {
  narrow: boolean;
  onToggle: () => void;
}

export function Rail({ narrow, onToggle }: RailProps) {
  const { t } = useTranslation();
  const Fold = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t('app:rail')}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          CSM
        </span>
        <span className={classes.name}>{t('app:shortName')}</span>
      </div>
      <RoomLink room={home} narrow={narrow} />
      {verbs.map((verb) => (
        <div key={verb.key} className={classes.verb}>
          <h2 className={classes.verbName}>{t(`app:verbs.${verb.key}`)}</h2>
          {verb.rooms.map((room) => (
            <RoomLink key={room.path} room={room} narrow={narrow} />
          ))}
        </div>
      ))}
      <Tooltip label={`${t('app:railToggle')} (${spokenShortcut('mod+B')})`} position="right">
        <UnstyledButton
          className={classes.fold}
          aria-label={t('app:railToggle')}
          aria-expanded={!narrow}
          onClick={onToggle}
        >
          <Fold size={17} stroke={1.7} />
        </UnstyledButton>
      </Tooltip>
    </nav>
  );
}

const home = { path: '/', key: 'home', icon: IconHome } as const;

function RoomLink({ room, narrow }: { room: Room | typeof home; narrow: boolean }) {
  const { t } = useTranslation();
  const name = t(`app:rooms.${room.key}`);
  return (
    <Tooltip label={name} position="right" disabled={!narrow} openDelay={100}>
      <Link
        to={room.path}
        className={classes.room}
        activeProps={{ 'aria-current': 'page' }}
        activeOptions={{ exact: room.path === '/' }}
      >
        <room.icon size={17} stroke={1.7} />
        <span className={classes.name}>{name}</span>
      </Link>
    </Tooltip>
  );
}

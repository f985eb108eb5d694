import { IconHome } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Rail.module.css';
import { verbs } from './rooms.ts';

export function Rail() {
  const { t } = useTranslation();
  return (
    <nav className={classes.rail} aria-label={t('app:rail')}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          CSM
        </span>
        <span>{t('app:shortName')}</span>
      </div>
      <Link
        to="/"
        className={classes.room}
        activeProps={{ 'aria-current': 'page' }}
        activeOptions={{ exact: true }}
      >
        <IconHome size={17} stroke={1.7} />
        {t('app:rooms.home')}
      </Link>
      {verbs.map((verb) => (
        <div key={verb.key} className={classes.verb}>
          <h2 className={classes.verbName}>{t(`app:verbs.${verb.key}`)}</h2>
          {verb.rooms.map((room) => (
            <Link
              key={room.path}
              to={room.path}
              className={classes.room}
              activeProps={{ 'aria-current': 'page' }}
            >
              <room.icon size={17} stroke={1.7} />
              {t(`app:rooms.${room.key}`)}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}

import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './HouseFaces.module.css';
import { type HouseFace, houseFaces } from './house-faces.ts';

interface HouseFacesProps {
  houseId: number;
  current: HouseFace;
}

/** The way from one face of a house to the next. Links are costly to draw and stay the same. */
export const HouseFaces = memo(function HouseFaces({ houseId, current }: HouseFacesProps) {
  const { t } = useTranslation();
  return (
    <nav className={classes.faces} aria-label={t('house:faces.label')}>
      {houseFaces.map(({ key, path }) => (
        <Link
          key={key}
          to={path}
          search={{ id: houseId }}
          // Another face's address begins with that of the matrix.
          activeOptions={{ exact: true, includeSearch: false }}
          className={classes.face}
          aria-current={key === current ? 'page' : undefined}
        >
          {t(`house:faces.${key}`)}
        </Link>
      ))}
    </nav>
  );
});

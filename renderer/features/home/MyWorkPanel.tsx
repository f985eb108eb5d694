import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './HomePage.module.css';

/** What waits for the person at this computer, or for the team while nobody said a name. */
export function MyWorkPanel() {
  const { t, i18n } = useTranslation();
  const { data: me } = useHostQuery('handling.me', {});
  const name = me?.told === true ? me.name : null;
  const { data: queue } = useHostQuery(
    'handling.queue',
    { me: name, mineOnly: name !== null },
    { enabled: me !== undefined },
  );
  const views = queue?.views.filter(({ count }) => count > 0) ?? [];
  return (
    <Panel title={t(name === null ? 'handling:home.team' : 'handling:home.title')}>
      {queue !== undefined && views.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('handling:home.nothing')}
        </Text>
      ) : (
        <ul className={classes.work}>
          {views.map(({ view, filter, count }) => (
            <li key={view} data-pressing={pressing.has(view) || undefined}>
              <Anchor
                renderRoot={(props) => <Link to="/voc" search={{ filter }} {...props} />}
                underline="hover"
                c="inherit"
              >
                <span>{t(`handling:views.${view}`)}</span>
                <strong>{count.toLocaleString(i18n.language)}</strong>
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const pressing: ReadonlySet<string> = new Set(['overdue', 'escalated']);

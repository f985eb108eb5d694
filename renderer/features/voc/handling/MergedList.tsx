import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHostMutation, useHostQuery } from '../../../shared/host/host-queries.ts';
import paneClasses from '../VocPane.module.css';
import classes from './Handling.module.css';

/** The duplicates that were merged into a VOC; each can come back as it was. */
export function MergedList({ id, count }: { id: number; count: number }) {
  const { t } = useTranslation();
  const { data: merged = [] } = useHostQuery('duplicate.listMerged', { survivorId: id });
  const { mutate: unmerge, isPending } = useHostMutation('duplicate.unmerge');
  const title = t('handling:pane.merged', { count });
  return (
    <section className={paneClasses.section} aria-label={title}>
      <h3 className={paneClasses.heading}>{title}</h3>
      <ul className={classes.entries}>
        {merged.map((voc) => (
          <li key={voc.id} className={classes.did}>
            <div className={classes.moment}>
              {voc.receivedAt.replace('T', ' ')} · {t(`voc:channels.${voc.channel}`)}
              {voc.branch === null ? '' : ` · ${voc.branch}`}
            </div>
            <p className={classes.entry}>{voc.text}</p>
            <Button
              variant="subtle"
              size="compact-xs"
              ml={-6}
              disabled={isPending}
              onClick={() => unmerge({ survivorId: id, ids: [voc.id] })}
            >
              {t('handling:pane.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

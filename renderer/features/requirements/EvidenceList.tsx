import { ActionIcon, Anchor, Group, Text, Tooltip } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { passageIn } from '../../../core/domain/requirement/quote-passage.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { UnlinkButton } from '../../shared/requirement/UnlinkButton.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import classes from './RequirementPane.module.css';
import { SplitButton } from './SplitButton.tsx';

interface EvidenceListProps {
  requirement: RequirementRow;
  hasChildren: boolean;
}

const shownEvidence = 50;

/** The customers' words a requirement comes from. */
export function EvidenceList({ requirement, hasChildren }: EvidenceListProps) {
  const { t, i18n } = useTranslation();
  const filter = { requirementId: requirement.id };
  const { data, isPlaceholderData } = useHostQuery('voc.listPage', {
    filter,
    limit: shownEvidence,
  });
  const { data: counted } = useHostQuery('voc.count', { filter });
  const unlink = useHostMutation('requirement.removeEvidence', {
    onSuccess: ({ removed }) => {
      // A parent also lists what belongs to those below it, which only they can let go.
      if (removed === 0) notifyDone(t('requirement:evidence.below'));
    },
  });
  const setQuote = useHostMutation('requirement.setQuote');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (vocId: number) => {
    const next = new Set(chosen);
    if (!next.delete(vocId)) next.add(vocId);
    setChosen(next);
  };
  const rows = isPlaceholderData ? [] : (data?.rows ?? []);
  const total = counted?.total ?? 0;
  return (
    <section className={classes.section} aria-label={t('requirement:evidence.title')}>
      <Group justify="space-between" mb={4}>
        <h3 className={classes.heading}>
          {t('requirement:evidence.count', { shown: total.toLocaleString(i18n.language) })}
        </h3>
        {total > 0 && (
          <Anchor
            size="xs"
            renderRoot={(props) => <Link to="/voc" search={{ filter }} {...props} />}
          >
            {t('requirement:evidence.seeAll')}
          </Anchor>
        )}
      </Group>
      {counted?.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('requirement:evidence.none')}{' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => (
              <Link to="/voc" search={{ filter: { unassigned: true } }} {...props} />
            )}
          >
            {t('requirement:evidence.find')}
          </Anchor>
        </Text>
      )}
      {hasChildren && total > 0 && (
        <Text size="xs" c="dimmed" mb={4}>
          {t('requirement:evidence.withBelow')}
        </Text>
      )}
      <SplitButton
        requirement={requirement}
        vocIds={[...chosen]}
        onDone={() => setChosen(new Set())}
      />
      <ul className={classes.evidence}>
        {rows.map((voc) => {
          const label = t('requirement:evidence.remove', { id: voc.id });
          const quoting = t('requirement:quote.choose', { id: voc.id });
          return (
            <li key={voc.id}>
              <input
                type="checkbox"
                className={classes.chosen}
                aria-label={t('requirement:split.mark', { id: voc.id })}
                checked={chosen.has(voc.id)}
                onChange={() => toggle(voc.id)}
              />
              <Link to="/voc" search={{ filter, open: voc.id }} className={classes.words}>
                <span className={classes.when}>
                  {voc.receivedAt.slice(0, 10)} {voc.branch ?? t(`voc:channels.${voc.channel}`)}
                </span>
                {voc.text}
              </Link>
              <Tooltip label={quoting}>
                <ActionIcon
                  size="xs"
                  aria-label={quoting}
                  aria-pressed={requirement.quote?.vocId === voc.id}
                  color={requirement.quote?.vocId === voc.id ? 'lake' : 'gray'}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() =>
                    setQuote.mutate({ id: requirement.id, vocId: voc.id, ...passageMarkedIn(voc) })
                  }
                >
                  <IconQuote size={12} />
                </ActionIcon>
              </Tooltip>
              <UnlinkButton
                label={label}
                onUnlink={() => unlink.mutate({ requirementId: requirement.id, vocIds: [voc.id] })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What is marked on the page, when this VOC says it: the quote is then that and no more. */
function passageMarkedIn({ text }: { text: string }): { passage?: string } {
  const marked = window.getSelection()?.toString() ?? '';
  const passage = marked.trim().length > 1 ? passageIn(text, marked) : null;
  return passage === null ? {} : { passage };
}

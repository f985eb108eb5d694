import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocHistoryEntry } from '../../../../core/contract/handling.contract.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { momentText } from '../../../shared/i18n/moment-text.ts';
import paneClasses from '../VocPane.module.css';
import classes from './Handling.module.css';
import { type HistoryStep, historySteps, historyWords } from './history-words.ts';

const shownAtFirst = 8;

/** What was done to a VOC, newest first, down to how it came in. */
export function HistoryList({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data: entries = [] } = useHostQuery('handling.history', { id });
  const [all, setAll] = useState(false);
  const steps = historySteps(entries);
  const shown = all ? steps : steps.slice(0, shownAtFirst);
  const rest = steps.length - shown.length;
  return (
    <section className={paneClasses.section} aria-label={t('handling:history.label')}>
      <h3 className={paneClasses.heading}>{t('handling:history.label')}</h3>
      <ol className={classes.entries}>
        {shown.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      {rest > 0 && (
        <Button variant="subtle" size="compact-xs" ml={-6} mt={6} onClick={() => setAll(true)}>
          {t('handling:history.more', { count: rest })}
        </Button>
      )}
    </section>
  );
}

function Step({ step }: { step: HistoryStep }) {
  const { t } = useTranslation();
  // Nobody wrote down who took it in; the rules do the rest that has no name.
  const cameIn = step.id === 0;
  const who = cameIn ? '' : step.actor || t('handling:history.nobody');
  return (
    <li className={classes.did}>
      <div className={classes.moment}>
        {[momentText(step.at), who].filter((part) => part !== '').join(' · ')}
      </div>
      {step.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </li>
  );
}

function Entry({ entry }: { entry: VocHistoryEntry }) {
  const { t } = useTranslation();
  const { words, quote } = historyWords(entry, t);
  return (
    <>
      <p className={classes.entry}>{words}</p>
      {quote !== null && <p className={classes.quote}>{quote}</p>}
    </>
  );
}

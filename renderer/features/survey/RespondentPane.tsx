import { Anchor, Loader, Progress, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatScore } from '../../../core/charts/chart-text.ts';
import type { RespondentDetail } from '../../../core/contract/survey.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import classes from './ResponsesPage.module.css';

/** One respondent: every answer, and what they said in their own words. */
export function RespondentPane({ id, indexId }: { id: number; indexId: number | null }) {
  const { t } = useTranslation();
  const { data: respondent } = useHostQuery('survey.getRespondent', {
    id,
    ...(indexId === null ? {} : { indexId }),
  });
  return (
    <aside className={classes.pane} aria-label={t('survey:pane.label')}>
      {respondent === undefined ? (
        <Loader size="sm" aria-label={t('app:loading')} />
      ) : (
        <Answers respondent={respondent} />
      )}
    </aside>
  );
}

function Answers({ respondent }: { respondent: RespondentDetail }) {
  const { t } = useTranslation();
  const facts = [respondent.branch, respondent.region, ...Object.values(respondent.segments)];
  return (
    <>
      <Title order={2}>{t('survey:pane.title', { key: respondent.respondentKey })}</Title>
      <Text size="sm" c="dimmed">
        {facts.filter((fact) => fact !== null && fact !== '').join(' · ')}
      </Text>
      {respondent.index !== null && (
        <Text size="sm" mt={4}>
          {t('survey:pane.index', { score: formatScore(respondent.index) })}
        </Text>
      )}
      {respondent.voc.length > 0 && (
        <>
          <Title order={3} mt="md" mb={6}>
            {t('survey:pane.voc')}
          </Title>
          {respondent.voc.map((voc) => (
            <blockquote key={voc.id} className={classes.quote}>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/voc" search={{ open: voc.id }} {...props} />}
              >
                {voc.text}
              </Anchor>{' '}
              <TrailButton kind="voc" id={voc.id} />
            </blockquote>
          ))}
        </>
      )}
      <Title order={3} mt="md" mb={6}>
        {t('survey:pane.answers')}
      </Title>
      <ul className={classes.answers}>
        {respondent.answers.map((answer) => (
          <li key={answer.itemId} className={classes.answer}>
            <span>{answer.label}</span>
            <Progress
              size="sm"
              aria-label={answer.label}
              value={
                answer.value === null
                  ? 0
                  : ((answer.value - answer.scaleMin) / (answer.scaleMax - answer.scaleMin)) * 100
              }
            />
            <span className={classes.value}>
              {answer.value === null ? t('survey:pane.noAnswer') : answer.value}
            </span>
          </li>
        ))}
      </ul>
      {respondent.extras.length > 0 && (
        <>
          <Title order={3} mt="md" mb={6}>
            {t('survey:pane.extras')}
          </Title>
          {respondent.extras.map(({ name, value }) => (
            <Text key={name} size="sm" mb={4}>
              <Text span size="sm" c="dimmed">
                {name}
              </Text>{' '}
              {value}
            </Text>
          ))}
        </>
      )}
    </>
  );
}

import { ActionIcon, Anchor, Group, Loader, Progress, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatScore } from '../../../core/charts/chart-text.ts';
import type { RespondentDetail } from '../../../core/contract/survey.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { PaneBody } from '../../shared/ui/Split.tsx';
import classes from './RespondentPane.module.css';

interface RespondentPaneProps {
  id: number;
  indexId: number | null;
  onClose: () => void;
}

/** One respondent: every answer, and what they said in their own words. */
export function RespondentPane({ id, indexId, onClose }: RespondentPaneProps) {
  const { t } = useTranslation();
  const { data: respondent, error } = useHostQuery('survey.getRespondent', {
    id,
    ...(indexId === null ? {} : { indexId }),
  });
  return (
    <PaneBody>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>
          {respondent === undefined
            ? t('survey:pane.label')
            : t('survey:pane.title', { key: respondent.respondentKey })}
        </Title>
        <ActionIcon size="sm" aria-label={t('app:close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      {error !== null && <Text size="sm">{t('survey:errors.respondentNotFound')}</Text>}
      {error === null && respondent === undefined && (
        <Loader size="sm" aria-label={t('app:loading')} />
      )}
      {error === null && respondent !== undefined && <Respondent respondent={respondent} />}
    </PaneBody>
  );
}

function Respondent({ respondent }: { respondent: RespondentDetail }) {
  const { t } = useTranslation();
  const facts = [
    respondent.waveName,
    respondent.branch,
    respondent.region,
    ...Object.values(respondent.segments),
  ];
  return (
    <>
      <Text size="sm" c="dimmed">
        {facts.filter((fact) => fact !== null && fact !== '').join(' · ')}
      </Text>
      {respondent.index !== null && (
        <Text size="sm" mt={4}>
          {t('survey:pane.index', { score: formatScore(respondent.index) })}
        </Text>
      )}
      <OwnWords respondent={respondent} />
      <Answers respondent={respondent} />
      <Extras respondent={respondent} />
    </>
  );
}

function OwnWords({ respondent }: { respondent: RespondentDetail }) {
  const { t } = useTranslation();
  if (respondent.voc.length === 0) return null;
  return (
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
  );
}

function Answers({ respondent }: { respondent: RespondentDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={3} mt="md" mb={6}>
        {t('survey:pane.answers')}
      </Title>
      <ul className={classes.answers} aria-label={t('survey:pane.answers')}>
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
              {answer.value === null
                ? t('survey:pane.noAnswer')
                : `${answer.value} / ${answer.scaleMax}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Extras({ respondent }: { respondent: RespondentDetail }) {
  const { t } = useTranslation();
  if (respondent.extras.length === 0) return null;
  return (
    <>
      <Title order={3} mt="md" mb={6}>
        {t('survey:pane.extras')}
      </Title>
      <dl className={classes.extras}>
        {respondent.extras.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

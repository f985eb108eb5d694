import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyCheck } from '../../../core/contract/import.contract.ts';
import { CheckFailed, CheckProgress } from './CheckProgress.tsx';
import { CheckRejected } from './CheckRejected.tsx';
import classes from './CheckStep.module.css';
import { CheckWarnings } from './CheckWarnings.tsx';
import { Figures } from './Figures.tsx';
import { changeImport, type ImportSession } from './import-session.ts';
import { checkSurvey, discardChecks, importCheckedSurvey } from './import-steps.ts';
import { KnownImports } from './KnownImports.tsx';
import { NamesFact } from './NamesFact.tsx';
import { StepFoot } from './StepFoot.tsx';
import { SurveyCheckTables } from './SurveyCheckTables.tsx';

/** What the survey would bring, before it does: counted over the whole file, with nothing written. */
export function SurveyCheckStep({ session }: { session: ImportSession }) {
  const { t, i18n } = useTranslation();
  const { surveyCheck: check, checkJobId, checkProblem } = session;
  const respondents = check?.respondents ?? 0;
  return (
    <div className={classes.step}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('import:steps.check')}>
        {checkProblem !== null ? (
          <CheckFailed problem={checkProblem} onAgain={() => void checkSurvey()} />
        ) : check === null ? (
          <CheckProgress jobId={checkJobId} />
        ) : (
          <Found check={check} />
        )}
      </section>
      <StepFoot
        onBack={() => {
          void discardChecks('survey');
          changeImport('survey', { step: 'mapping', problem: null });
        }}
        onNext={() => check !== null && void importCheckedSurvey(check)}
        nextLabel={t('import:surveyCheck.commit', {
          respondents: respondents.toLocaleString(i18n.language),
        })}
        obstacle={
          check !== null
            ? respondents === 0
              ? t('import:check.nothing')
              : null
            : checkProblem === null
              ? t('import:check.running')
              : t('import:check.failed')
        }
        busy={session.busy}
      />
    </div>
  );
}

function Found({ check }: { check: SurveyCheck }) {
  const { t, i18n } = useTranslation();
  const figures = [
    ['read', t('import:result.read')],
    ['respondents', t('import:surveyCheck.respondents')],
    ['duplicates', t('import:surveyCheck.duplicates')],
    ['rejected', t('import:result.rejected')],
    ['answers', t('import:surveyCheck.answers')],
    ['unanswered', t('import:surveyCheck.unanswered')],
    ['openAnswers', t('import:surveyCheck.openAnswers')],
  ] as const;
  const names = ['newItems', 'newSegments', 'newBranches', 'newExtraFields'] as const;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <>
      <Stack gap={10}>
        <Title order={2}>{t('import:check.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('import:check.untouched', { fileName: check.fileName })}
        </Text>
        <Figures figures={figures.map(([name, label]) => ({ name, label, value: check[name] }))} />
        <KnownImports known={check.knownImports} />
        <CheckWarnings check={check} />
      </Stack>
      <dl className={classes.facts}>
        <dt>{t('import:surveyCheck.wave')}</dt>
        <dd>
          {check.waveName} ({check.surveyedOn})
        </dd>
        <dt>{t('import:surveyCheck.weights')}</dt>
        <dd>
          {check.weights === null
            ? t('import:surveyCheck.unweighted')
            : `${number(check.weights.least)} – ${number(check.weights.most)}`}
        </dd>
        {check.withoutAnswer > 0 && (
          <>
            <dt>{t('import:surveyCheck.withoutAnswer')}</dt>
            <dd>{t('import:surveyCheck.people', { shown: number(check.withoutAnswer) })}</dd>
          </>
        )}
        {names.map((name) => (
          <NamesFact key={name} label={t(`import:surveyCheck.${name}`)} found={check[name]} />
        ))}
      </dl>
      <CheckRejected check={check} />
      <SurveyCheckTables check={check} />
    </>
  );
}

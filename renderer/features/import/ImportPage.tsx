import { Alert, Anchor, Stepper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { useJobs } from '../../shared/host/jobs.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { takeHandedFiles } from '../../shared/navigation/dropped-files.ts';
import { whenPasteIsHandedOver } from '../../shared/navigation/handed-paste.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CheckStep } from './CheckStep.tsx';
import { FileStep, takeAll } from './FileStep.tsx';
import {
  changeImport,
  enterWorkspace,
  type ImportPurpose,
  type ImportStep,
  useImportSession,
} from './import-session.ts';
import { discardChecks, payloadOf, takeClipboard } from './import-steps.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { RunStep } from './RunStep.tsx';
import { SurveyCheckStep } from './SurveyCheckStep.tsx';
import { SurveyMappingStep } from './SurveyMappingStep.tsx';
import { VocMappingStep } from './VocMappingStep.tsx';

const route = getRouteApi('/import/$purpose');
const stepsOf = {
  voc: ['file', 'preview', 'mapping', 'check', 'run'],
  survey: ['file', 'preview', 'mapping', 'check', 'run'],
} as const satisfies Record<ImportPurpose, readonly ImportStep[]>;

/** Brings files in, in steps that show what will happen before it does. */
export function ImportPage() {
  const { t } = useTranslation();
  const { purpose } = route.useParams();
  const session = useImportSession(purpose);
  const { data: workspace } = useHostQuery('workspace.current', {});
  const jobId = useJobToShow(purpose, session.jobId);
  const steps: readonly ImportStep[] = stepsOf[purpose];
  const step = jobId === null ? session.step : 'run';
  const current = steps.indexOf(step);
  useEffect(() => {
    if (workspace) enterWorkspace(workspace.displayPath);
  }, [workspace]);
  useEffect(() => {
    const files = takeHandedFiles();
    if (files.length === 0) return;
    changeImport(purpose, { step: 'file', jobId: null });
    takeAll(purpose, files).catch((error: unknown) =>
      changeImport(purpose, { busy: false, problem: payloadOf(error) }),
    );
  }, [purpose]);
  const pastedName = t('import:file.pastedName');
  useEffect(
    () =>
      whenPasteIsHandedOver(() => {
        changeImport(purpose, { step: 'file', jobId: null });
        takeClipboard(purpose, pastedName).catch((error: unknown) =>
          changeImport(purpose, { busy: false, problem: payloadOf(error) }),
        );
      }),
    [purpose, pastedName],
  );
  const other = purpose === 'voc' ? 'survey' : 'voc';
  return (
    <Page
      fill
      title={t(`import:title.${purpose}`)}
      subtitle={t(`import:subtitle.${purpose}`)}
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/import/$purpose" params={{ purpose: other }} {...props} />
          )}
        >
          {t(`import:instead.${other}`)}
        </Anchor>
      }
    >
      <Stepper
        active={current}
        size="xs"
        iconSize={26}
        onStepClick={(index) => {
          const chosen = steps[index];
          if (chosen === undefined) return;
          if (step === 'check') void discardChecks(purpose);
          changeImport(purpose, { step: chosen, problem: null });
        }}
      >
        {steps.map((name, index) => (
          <Stepper.Step
            key={name}
            label={t(`import:steps.${name}`)}
            allowStepSelect={step !== 'run' && index < current}
          />
        ))}
      </Stepper>
      {session.problem !== null && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle size={18} />}
          title={t('import:problem')}
          role="alert"
        >
          {wordsForError(session.problem)}
        </Alert>
      )}
      <Panel fill>
        {step === 'file' && <FileStep purpose={purpose} session={session} />}
        {step === 'preview' && <PreviewStep purpose={purpose} session={session} />}
        {step === 'mapping' && purpose === 'voc' && <VocMappingStep session={session} />}
        {step === 'mapping' && purpose === 'survey' && <SurveyMappingStep session={session} />}
        {step === 'check' && purpose === 'voc' && <CheckStep session={session} />}
        {step === 'check' && purpose === 'survey' && <SurveyCheckStep session={session} />}
        {step === 'run' && <RunStep purpose={purpose} jobId={jobId} queue={session.queue} />}
      </Panel>
    </Page>
  );
}

/** The job begun here, or one that still runs from before this page was loaded. */
function useJobToShow(purpose: ImportPurpose, begun: string | null): string | null {
  const jobs = useJobs();
  if (begun !== null) return jobs.some(({ id }) => id === begun) ? begun : null;
  const running = jobs.find(({ kind, status }) => {
    return kind === `import.${purpose}` && status === 'running';
  });
  return running?.id ?? null;
}

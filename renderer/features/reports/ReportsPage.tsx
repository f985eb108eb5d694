import { Button, Group, Table, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeSchema } from '../../../core/contract/common.schema.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import {
  type ReportFormat,
  type ReportKind,
  reportKinds,
} from '../../../core/contract/report.contract.ts';
import { useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { deliverWhenMade, useJobs } from '../../shared/host/jobs.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';
import { sizeText } from '../../shared/i18n/size-text.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';

/** One click makes a report; it is saved when it is ready, or later from the list of jobs. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { make, running } = useReportMaker();
  const jobs = useJobs().filter((job) => job.kind === 'report' && job.reportFile !== null);
  return (
    <Page title={t('app:rooms.reports')} subtitle={t('report:screen.subtitle')}>
      <Panel title={t('report:screen.kindsTitle')}>
        <Table verticalSpacing={10}>
          <Table.Tbody>
            {reportKinds.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Td>
                  <Text fw={600}>{t(`report:kinds.${kind}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`report:screen.hints.${kind}`)}
                  </Text>
                </Table.Td>
                <Table.Td w={220}>
                  <Group gap={8} justify="flex-end" wrap="nowrap">
                    <MakeButton kind={kind} format="pdf" running={running} onMake={make} />
                    <MakeButton kind={kind} format="xlsx" running={running} onMake={make} />
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Panel>
      {jobs.length > 0 && <MadeReports jobs={jobs.toReversed()} />}
    </Page>
  );
}

interface MakeButtonProps {
  kind: ReportKind;
  format: ReportFormat;
  running: string | null;
  onMake: (kind: ReportKind, format: ReportFormat) => void;
}

function MakeButton({ kind, format, running, onMake }: MakeButtonProps) {
  const { t } = useTranslation();
  const words = format === 'pdf' ? 'PDF' : 'Excel';
  return (
    <Button
      variant="light"
      loading={running === `${kind}.${format}`}
      disabled={running !== null && running !== `${kind}.${format}`}
      leftSection={
        format === 'pdf' ? <IconFileTypePdf size={16} /> : <IconFileSpreadsheet size={16} />
      }
      aria-label={`${t(`report:kinds.${kind}`)} ${words}`}
      onClick={() => onMake(kind, format)}
    >
      {words}
    </Button>
  );
}

function MadeReports({ jobs }: { jobs: JobInfo[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t('report:screen.madeTitle')}>
      <Table>
        <Table.Tbody>
          {jobs.flatMap(({ id, reportFile, finishedAt }) =>
            reportFile === null
              ? []
              : [
                  <Table.Tr key={id}>
                    <Table.Td>{reportFile.fileName}</Table.Td>
                    <Table.Td ta="right" c="dimmed">
                      {sizeText(reportFile.bytes, i18n.language)}
                    </Table.Td>
                    <Table.Td ta="right" c="dimmed">
                      {finishedAt === null ? '' : momentText(finishedAt)}
                    </Table.Td>
                    <Table.Td w={90} ta="right">
                      <Button
                        variant="default"
                        size="compact-xs"
                        onClick={() =>
                          void host
                            .call('shell.deliverFile', {
                              token: reportFile.token,
                              fileName: reportFile.fileName,
                            })
                            .catch(notifyError)
                        }
                      >
                        {t('jobs:save')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>,
                ],
          )}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

/** Starts a report, waits for its end and hands the file over. */
function useReportMaker() {
  const { t, i18n } = useTranslation();
  const [running, setRunning] = useState<string | null>(null);

  const make = useMemo(
    () => (kind: ReportKind, format: ReportFormat) => {
      setRunning(`${kind}.${format}`);
      void makeAndDeliver(kind, format, localeSchema.catch('ko').parse(i18n.language))
        .catch(notifyError)
        .finally(() => setRunning(null));
    },
    [i18n.language],
  );
  useCommands(
    useMemo(
      () => [
        {
          id: 'report.fullPdf',
          label: t('report:screen.makeFullPdf'),
          group: t('app:groups.room'),
          shortcut: 'P',
          run: () => make('full', 'pdf'),
        },
      ],
      [t, make],
    ),
  );
  return { make, running };
}

async function makeAndDeliver(
  kind: ReportKind,
  format: ReportFormat,
  locale: 'ko' | 'en',
): Promise<void> {
  const { jobId } = await host.call('report.start', { kind, format, locale });
  await deliverWhenMade(jobId);
}

import {
  ActionIcon,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconFileTypePdf, IconFileTypeXls, IconFlag, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import {
  consensuses,
  type DecisionRow,
  type WorkshopView,
} from '../../../core/contract/workshop.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { deliverWhenMade } from '../../shared/host/jobs.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { KeptText } from './KeptText.tsx';
import classes from './MinutesStep.module.css';
import { levelText } from './round-results.ts';

interface MinutesStepProps {
  workshop: WorkshopView;
  view: HouseView;
}

/** What was decided, in words one may still mend, and the paper everybody takes home. */
export function MinutesStep({ workshop, view }: MinutesStepProps) {
  const { t } = useTranslation();
  const update = useHostMutation('workshop.update');
  const { id, status, decisions } = workshop;
  return (
    <div className={classes.columns}>
      <Panel title={t('workshop:minutes.decisions')} fill>
        {decisions.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('workshop:minutes.noDecisions')}
          </Text>
        ) : (
          <Table aria-label={t('workshop:minutes.decisions')} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="24%">{t('workshop:minutes.subject')}</Table.Th>
                <Table.Th w="18%">{t('workshop:minutes.outcome')}</Table.Th>
                <Table.Th w={122}>{t('workshop:decide.consensus')}</Table.Th>
                <Table.Th>{t('workshop:decide.reason')}</Table.Th>
                <Table.Th w={40} aria-label={t('workshop:minutes.remove')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {decisions.map((decision) => (
                <Decision key={decision.id} decision={decision} view={view} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <NewDecision workshopId={id} />
      </Panel>
      <Stack gap={10}>
        <Panel title={t('workshop:minutes.conclusion')}>
          <KeptText
            multiline
            label={t('workshop:minutes.conclusionLabel')}
            placeholder={t('workshop:minutes.conclusionPlaceholder')}
            value={workshop.conclusion}
            onKeep={(conclusion) => update.mutate({ id, conclusion })}
          />
        </Panel>
        <Panel title={t('workshop:minutes.title')}>
          <Stack gap={8}>
            <Text size="sm" c="dimmed">
              {t('workshop:minutes.hint')}
            </Text>
            <ExportButton workshopId={id} format="pdf" />
            <ExportButton workshopId={id} format="xlsx" />
            <Button
              variant="default"
              leftSection={<IconFlag size={15} />}
              onClick={() =>
                update.mutate({ id, status: status === 'closed' ? 'running' : 'closed' })
              }
            >
              {t(status === 'closed' ? 'workshop:minutes.reopen' : 'workshop:minutes.close')}
            </Button>
          </Stack>
        </Panel>
      </Stack>
    </div>
  );
}

interface ExportButtonProps {
  workshopId: number;
  format: 'pdf' | 'xlsx';
}

function ExportButton({ workshopId, format }: ExportButtonProps) {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    const locale = i18n.language === 'en' ? 'en' : 'ko';
    const { jobId } = await host.call('workshop.startMinutes', { workshopId, format, locale });
    await deliverWhenMade(jobId);
  };
  const Icon = format === 'pdf' ? IconFileTypePdf : IconFileTypeXls;
  return (
    <Button
      leftSection={<Icon size={16} />}
      variant={format === 'pdf' ? 'filled' : 'default'}
      loading={busy}
      onClick={() => {
        setBusy(true);
        make()
          .catch(notifyError)
          .finally(() => setBusy(false));
      }}
    >
      {t(`workshop:minutes.${format}`)}
    </Button>
  );
}

function Decision({ decision, view }: { decision: DecisionRow; view: HouseView }) {
  const { t } = useTranslation();
  const update = useHostMutation('workshop.updateDecision');
  const remove = useHostMutation('workshop.removeDecision');
  const { id, whatId, howId, consensus, reason } = decision;
  const what = view.whats.find((each) => each.whatId === whatId);
  const how = view.hows.find((each) => each.howId === howId);
  const isOfHouse = whatId !== null;
  const subject = isOfHouse
    ? `${what?.name ?? '–'} × ${how?.name ?? t('workshop:subject.importance')}`
    : decision.subject;
  return (
    <Table.Tr>
      <Table.Td>{subject}</Table.Td>
      <Table.Td className={classes.outcome}>
        {isOfHouse ? <Change decision={decision} view={view} /> : decision.outcome}
      </Table.Td>
      <Table.Td>
        <Select
          allowDeselect={false}
          aria-label={`${t('workshop:decide.consensus')}: ${subject}`}
          data={consensuses.map((value) => ({
            value,
            label: t(`workshop:consensus.${value}`),
          }))}
          value={consensus}
          onChange={(value) => {
            const chosen = consensuses.find((each) => each === value);
            if (chosen !== undefined && chosen !== consensus)
              update.mutate({ id, consensus: chosen });
          }}
        />
      </Table.Td>
      <Table.Td>
        <KeptText
          quiet
          multiline
          label={`${t('workshop:decide.reason')}: ${subject}`}
          placeholder={t('workshop:minutes.noReason')}
          value={reason}
          onKeep={(kept) => update.mutate({ id, reason: kept })}
        />
      </Table.Td>
      <Table.Td>
        <Tooltip label={t('workshop:minutes.removeHint')}>
          <ActionIcon
            size="sm"
            aria-label={`${t('workshop:minutes.remove')}: ${subject}`}
            onClick={() => remove.mutate({ id })}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  );
}

/** What stood in the house before and what stands there now. */
function Change({ decision, view }: { decision: DecisionRow; view: HouseView }) {
  const { t } = useTranslation();
  const { before, after, howId } = decision;
  const subject = howId === null ? 'importance' : 'relations';
  if (after === null) return t('workshop:decided.open');
  const text = (value: number | null) => (value === null ? '–' : levelText(value, subject, view));
  return `${text(before)} → ${text(after)}`;
}

/** What was agreed beside the house: who does what until when. */
function NewDecision({ workshopId }: { workshopId: number }) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState('');
  const [outcome, setOutcome] = useState('');
  const add = useHostMutation('workshop.addDecision', {
    onSuccess: () => {
      setSubject('');
      setOutcome('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (subject.trim() === '' || add.isPending) return;
    add.mutate({ workshopId, subject: subject.trim(), outcome: outcome.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Group gap={8} mt={10} align="flex-start" wrap="nowrap">
        <TextInput
          w={220}
          aria-label={t('workshop:minutes.newSubject')}
          placeholder={t('workshop:minutes.newSubject')}
          maxLength={200}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          flex={1}
          autosize
          minRows={1}
          maxRows={4}
          aria-label={t('workshop:minutes.newOutcome')}
          placeholder={t('workshop:minutes.newOutcome')}
          maxLength={4000}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={subject.trim() === ''}
          loading={add.isPending}
        >
          {t('workshop:minutes.add')}
        </Button>
      </Group>
    </form>
  );
}

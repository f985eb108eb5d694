import { ActionIcon, Anchor, Center, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocDetail } from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { HandlingPanel } from './handling/HandlingPanel.tsx';
import { HistoryList } from './handling/HistoryList.tsx';
import { MergedList } from './handling/MergedList.tsx';
import type { HeldAct } from './handling/use-held-act.ts';
import { useAsWritten } from './use-as-written.tsx';
import { focusRegion } from './use-room-regions.ts';
import { VocFieldsForm } from './VocFieldsForm.tsx';
import classes from './VocPane.module.css';
import { VocRequirements } from './VocRequirements.tsx';
import { VocText } from './VocText.tsx';

interface VocPaneProps {
  id: number | null;
  /** The list this VOC is of is being replaced by another. */
  leaving: boolean;
  search: string;
  onLink: (ids: readonly number[]) => void;
}

/** One VOC in full: the customer's words, what is known about them, and what was made of them. */
export function VocPane({ id, leaving, search, onLink }: VocPaneProps) {
  const { t } = useTranslation();
  const query = useHostQuery('voc.get', { id: id ?? 1 }, { enabled: id !== null });
  const asWritten = useAsWritten(id, query.data);
  const held = useRef<HeldAct | null>(null);
  if (id === null) return <Hint text={t('voc:pane.choose')} />;
  if (query.error !== null) return <Hint text={wordsForError(query.error.toPayload())} />;
  if (query.data === undefined) return <PaneSkeleton />;
  const voc = asWritten.show(query.data);
  const shownAsWritten = voc !== query.data;
  // The one before stands until the one asked for is there.
  const waiting = leaving || voc.id !== id;
  return (
    <div
      data-region="pane"
      className={classes.content}
      data-waiting={waiting || undefined}
      aria-busy={waiting}
    >
      <header className={classes.header}>
        <Text fw={650} size="sm">
          {t('voc:pane.title', { id: voc.id })}
        </Text>
        <Group gap={4}>
          {(voc.masked || shownAsWritten) && (
            <UnmaskButton
              shown={shownAsWritten}
              onToggle={() => (shownAsWritten ? asWritten.hide() : asWritten.ask(query.data))}
            />
          )}
          <TrailButton kind="voc" id={voc.id} />
        </Group>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only leads back to the list */}
      <div
        className={classes.body}
        data-region-start
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && leavesPane(event)) focusRegion('list');
        }}
      >
        <VocText
          key={voc.id}
          voc={voc}
          search={search}
          onUnmask={(then) => asWritten.ask(query.data, then)}
          asWritten={shownAsWritten || !voc.masked}
        />
        <HandlingPanel
          key={`handling-${voc.id}`}
          voc={voc}
          askedId={id}
          waiting={waiting}
          held={held}
          onUnmask={(then) => asWritten.ask(query.data, then)}
        />
        <VocRequirements voc={voc} onAdd={() => onLink([voc.id])} />
        <VocFieldsForm key={`fields-${voc.id}`} voc={voc} />
        <Origin voc={voc} />
        {voc.mergedCount > 0 && <MergedList id={voc.id} count={voc.mergedCount} />}
        <HistoryList key={`history-${voc.id}`} id={voc.id} />
      </div>
      {asWritten.dialog}
    </div>
  );
}

/** Where the words, the stages and the fields will be; shown only when they take long to come. */
function PaneSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('app:loading')} className={classes.skeleton}>
      <Skeleton height={14} width="30%" />
      <Skeleton height={12} mt={14} />
      <Skeleton height={12} />
      <Skeleton height={12} width="70%" />
      <Skeleton height={30} mt={14} />
      <Skeleton height={64} />
      <Skeleton height={30} mt={14} />
      <Skeleton height={30} />
    </div>
  );
}

/** In a field Escape takes back what was typed, and what lies over the pane closes by it. */
function leavesPane({ target, currentTarget }: KeyboardEvent): boolean {
  const isWritten = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return !isWritten && target instanceof Node && currentTarget.contains(target);
}

function Hint({ text }: { text: string }) {
  return (
    <Center h="100%" p="lg">
      <Text c="dimmed" size="sm" ta="center">
        {text}
      </Text>
    </Center>
  );
}

function UnmaskButton({ shown, onToggle }: { shown: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const label = shown ? t('voc:pane.mask') : t('voc:pane.unmask');
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} aria-pressed={shown} onClick={onToggle}>
        {shown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Where it came from: extra columns of the file, the respondent, when it was taken down. */
function Origin({ voc }: { voc: VocDetail }) {
  const { t } = useTranslation();
  const respondent = { waveId: voc.respondent?.waveId, respondentId: voc.respondent?.id };
  const sameImport = { filter: { importId: voc.importId ?? undefined }, open: voc.id };
  return (
    <Stack gap={4} className={classes.section}>
      {voc.extras.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('voc:pane.extras')}</h3>
          <dl className={classes.facts}>
            {voc.extras.map((extra) => (
              <div key={extra.name}>
                <dt>{extra.name}</dt>
                <dd>{extra.value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {voc.customer !== null && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/customers" search={{ id: voc.customer?.id }} {...props} />
          )}
        >
          {t('handling:pane.customer')}: {voc.customer.code} {voc.customer.name}
        </Anchor>
      )}
      {voc.respondent !== null && (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/responses" search={respondent} {...props} />}
        >
          {t('voc:pane.respondent', { wave: voc.respondent.waveName })}
        </Anchor>
      )}
      {voc.importId !== null && (
        <Anchor size="sm" renderRoot={(props) => <Link to="/voc" search={sameImport} {...props} />}>
          {t('voc:pane.sameImport')}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {t('voc:pane.recorded', {
          created: voc.createdAt.slice(0, 10),
          updated: voc.updatedAt.slice(0, 10),
        })}
      </Text>
    </Stack>
  );
}

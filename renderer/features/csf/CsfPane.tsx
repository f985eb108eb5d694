import { Anchor, Badge, Button, Group, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import type { CsfItem, CsfRow } from '../../../core/contract/csf.contract.ts';
import type { CsfStability } from '../../../core/contract/stability.contract.ts';
import type { Trail } from '../../../core/contract/trail.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { PaneBody, PaneTitle } from '../../shared/ui/Split.tsx';
import { CsfItems } from './CsfItems.tsx';
import classes from './CsfPage.module.css';
import { CsfStanding } from './CsfStanding.tsx';

interface CsfPaneProps {
  csf: CsfRow;
  stability: CsfStability | undefined;
  items: ReadonlyMap<number, CsfItem>;
  /** Whole percent of the variants that are counted just now; null when none are. */
  counting: number | null;
  onCount: (houseId: number) => void;
  onReason: (reason: string) => void;
  onRemove: () => void;
  onCreateAction: () => void;
}

/** One CSF: why it was chosen, whom it serves, and what is being done. */
export function CsfPane(props: CsfPaneProps) {
  const { csf, stability, items, onReason, onRemove, onCreateAction } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState(csf.reason);
  // Undo may bring an earlier reason back.
  useEffect(() => setReason(csf.reason), [csf.reason]);
  const { data: trail } = useHostQuery('trail.get', { kind: 'csf', id: csf.id });
  const shown = trail?.kind === 'csf' && trail.id === csf.id ? trail : null;
  return (
    <PaneBody>
      <header className={classes.paneHead}>
        <div>
          <PaneTitle>{csf.howName}</PaneTitle>
          <Anchor
            size="xs"
            renderRoot={(rest) => (
              <Link to="/house" search={{ id: csf.houseId, howId: csf.howId }} {...rest} />
            )}
          >
            {t('csf:pane.openHouse', { house: csf.houseName })}
          </Anchor>
        </div>
        <TrailButton kind="csf" id={csf.id} />
      </header>
      <dl className={classes.facts}>
        <Fact name={t('csf:pane.chosenOn')}>{csf.chosenAt.slice(0, 10)}</Fact>
        <Fact name={t('csf:pane.atChoice')}>
          {t('csf:pane.standing', { rank: csf.chosenRank, share: formatShare(csf.chosenWeight) })}
        </Fact>
        <Fact name={t('csf:pane.now')}>
          {csf.currentRank === null || csf.currentWeight === null
            ? t('csf:pane.notRanked')
            : t('csf:pane.standing', {
                rank: csf.currentRank,
                share: formatShare(csf.currentWeight),
              })}
        </Fact>
      </dl>
      {stability !== undefined && (
        <CsfStanding
          stability={stability}
          counting={props.counting}
          onCount={() => props.onCount(csf.houseId)}
        />
      )}
      <Textarea
        label={t('csf:pane.reason')}
        placeholder={t('csf:pane.reasonPlaceholder')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onBlur={() => {
          if (reason !== csf.reason) onReason(reason);
        }}
      />
      {shown !== null && <Requirements trail={shown} />}
      {shown !== null && <Actions trail={shown} />}
      <CsfItems csf={csf} items={items} />
      <Group justify="space-between" gap={6} mt="auto">
        <Button leftSection={<IconPlus size={14} />} onClick={onCreateAction}>
          {t('csf:createAction')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} />}
          onClick={onRemove}
        >
          {t('csf:remove')}
        </Button>
      </Group>
    </PaneBody>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Requirements({ trail }: { trail: Trail }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h3 className={classes.paneHeading}>
        {t('csf:pane.requirements', { count: trail.requirements.length })}
      </h3>
      {trail.requirements.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('csf:pane.noRequirements')}
        </Text>
      )}
      <ul className={classes.entries}>
        {trail.requirements.map((requirement) => (
          <li key={requirement.id} className={classes.entry}>
            <span>
              <span className={classes.code}>{requirement.code}</span> {requirement.name}
            </span>
            <Anchor
              size="xs"
              className={classes.count}
              renderRoot={(rest) => (
                <Link to="/voc" search={{ filter: { requirementId: requirement.id } }} {...rest} />
              )}
            >
              VOC {requirement.vocCount.toLocaleString(i18n.language)}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ trail }: { trail: Trail }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className={classes.paneHeading}>
        {t('csf:pane.actions', { count: trail.actions.length })}
      </h3>
      {trail.actions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('csf:pane.noActions')}
        </Text>
      )}
      <ul className={classes.entries}>
        {trail.actions.map((action) => (
          <li key={action.id} className={classes.entry}>
            <Anchor
              size="sm"
              renderRoot={(rest) => <Link to="/actions" search={{ id: action.id }} {...rest} />}
            >
              {action.title}
            </Anchor>
            <Badge
              variant="light"
              tt="none"
              color={action.overdue ? 'red' : 'gray'}
              className={classes.count}
            >
              {action.overdue ? t('csf:pane.overdue') : t(`action:statuses.${action.status}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

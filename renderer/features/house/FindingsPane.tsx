import { ActionIcon, Button, Text } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBulb,
  IconCircleCheck,
  IconEyeOff,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { FindingSeverity, HouseFinding } from '../../../core/domain/house/house-finding.ts';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import classes from './FindingsPane.module.css';
import { findingPlace, findingText } from './finding-words.ts';
import type { Findings } from './use-findings.ts';

const icons = {
  serious: IconAlertOctagon,
  check: IconAlertTriangle,
  hint: IconBulb,
} as const satisfies Record<FindingSeverity, unknown>;

/** More than this at once helps nobody; mended ones make room for the next. */
const mostShown = 200;

interface FindingsPaneProps {
  view: HouseView;
  findings: Findings;
  onOpen: (finding: HouseFinding) => void;
}

/** What one should look at, serious first. ↑ and ↓ go along the list, Enter goes to the place. */
export const FindingsPane = memo(function FindingsPane(props: FindingsPaneProps) {
  const { view, findings, onOpen } = props;
  const { t } = useTranslation();
  const shown = findings.shown.slice(0, mostShown);
  const rest = findings.shown.length - shown.length;
  return (
    <SidePane
      label={t('house:findings.title')}
      preferenceKey="house.findingsWidth"
      initialWidth={316}
      minWidth={260}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{t('house:findings.title')}</h2>
        <Text size="xs" c="dimmed" role="status">
          {t('house:findings.count', { count: findings.shown.length })}
        </Text>
      </header>
      {shown.length === 0 && (
        <p className={classes.fine}>
          <IconCircleCheck size={16} aria-hidden />
          {t('house:findings.none')}
        </p>
      )}
      <ul className={classes.list} aria-label={t('house:findings.title')} onKeyDown={goAlong}>
        {shown.map((finding) => (
          <FindingItem
            key={keyOf(finding)}
            finding={finding}
            view={view}
            onOpen={onOpen}
            onHide={findings.hide}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Text size="xs" c="dimmed" p="xs">
          {t('house:findings.rest', { count: rest })}
        </Text>
      )}
      {findings.hiddenCodes.length > 0 && (
        <footer className={classes.hidden}>
          <Text size="xs" c="dimmed">
            {t('house:findings.hidden', { count: findings.hiddenCount })}
          </Text>
          {findings.hiddenCodes.map((code) => (
            <Button
              key={code}
              size="compact-xs"
              variant="default"
              aria-label={t('house:findings.showAgain', { kind: t(`house:findings.kind.${code}`) })}
              onClick={() => findings.showAgain(code)}
            >
              {t(`house:findings.kind.${code}`)}
            </Button>
          ))}
        </footer>
      )}
    </SidePane>
  );
});

interface FindingItemProps {
  finding: HouseFinding;
  view: HouseView;
  onOpen: (finding: HouseFinding) => void;
  onHide: Findings['hide'];
}

function FindingItem({ finding, view, onOpen, onHide }: FindingItemProps) {
  const { t } = useTranslation();
  const { code, severity } = finding;
  const Icon = icons[severity];
  const kind = t(`house:findings.kind.${code}`);
  return (
    <li className={classes.item} data-severity={severity}>
      <button
        type="button"
        className={classes.open}
        data-finding={code}
        onClick={() => onOpen(finding)}
      >
        <Icon size={15} className={classes.icon} aria-label={t(`house:findings.${severity}`)} />
        <span className={classes.words}>
          <span className={classes.kind}>{kind}</span>
          <span className={classes.place}>{findingPlace(finding, view, t)}</span>
          <span className={classes.text}>{findingText(finding, t)}</span>
        </span>
      </button>
      <ActionIcon
        size="sm"
        className={classes.hide}
        aria-label={t('house:findings.hide', { kind })}
        title={t('house:findings.hide', { kind })}
        onClick={() => onHide(code)}
      >
        <IconEyeOff size={14} />
      </ActionIcon>
    </li>
  );
}

function keyOf({ code, whatIds, howIds }: HouseFinding): string {
  return `${code} ${whatIds.join()} ${howIds.join()}`;
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-finding]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  if (at < 0) return;
  event.preventDefault();
  items[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

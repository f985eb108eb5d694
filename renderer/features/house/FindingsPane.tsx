import { ActionIcon, Button, Text } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBulb,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconEyeOff,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { FindingSeverity, HouseFinding } from '../../../core/domain/house/house-finding.ts';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import classes from './FindingsPane.module.css';
import { type FindingGroup, findingGroups, foldedGroup } from './finding-groups.ts';
import { findingPlace, findingText } from './finding-words.ts';
import type { Findings } from './use-findings.ts';

const icons = {
  serious: IconAlertOctagon,
  check: IconAlertTriangle,
  hint: IconBulb,
} as const satisfies Record<FindingSeverity, unknown>;

interface FindingsPaneProps {
  view: HouseView;
  findings: Findings;
  onOpen: (finding: HouseFinding) => void;
}

/**
 * What one should look at, by kind, serious first; of each kind the first few, the others on request.
 * ↑ and ↓ go along the list, Enter goes to the place.
 */
export const FindingsPane = memo(function FindingsPane(props: FindingsPaneProps) {
  const { view, findings, onOpen } = props;
  const { t } = useTranslation();
  const groups = findingGroups(findings.shown);
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
      {groups.length === 0 && (
        <p className={classes.fine}>
          <IconCircleCheck size={16} aria-hidden />
          {t('house:findings.none')}
        </p>
      )}
      <ul className={classes.list} aria-label={t('house:findings.title')} onKeyDown={goAlong}>
        {groups.map((group) => (
          <Group key={group.key} group={group} view={view} onOpen={onOpen} onHide={findings.hide} />
        ))}
      </ul>
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

interface GroupProps {
  group: FindingGroup;
  view: HouseView;
  onOpen: (finding: HouseFinding) => void;
  onHide: Findings['hide'];
}

function Group({ group, view, onOpen, onHide }: GroupProps) {
  const { t } = useTranslation();
  const { code, severity, findings } = group;
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const { shown, folded, beyond } = foldedGroup(findings, isOpen);
  const Icon = icons[severity];
  const kind = t(`house:findings.kind.${code}`);
  const texts = new Set(findings.map((finding) => findingText(finding, t)));
  const [onlyText] = texts.size === 1 && findings.length > 1 ? texts : [];
  const fold = () => {
    // Drawn at once, for the first of those that were folded takes the focus.
    flushSync(() => setOpen(!isOpen));
    const items = list.current?.querySelectorAll<HTMLElement>('[data-finding]');
    if (!isOpen) items?.[findings.length - folded]?.focus();
    else items?.[items.length - 1]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <li className={classes.group} data-severity={severity}>
      <div className={classes.groupHead}>
        <Icon size={15} className={classes.icon} aria-label={t(`house:findings.${severity}`)} />
        <h3 className={classes.kind}>{kind}</h3>
        <span className={classes.count}>
          {t('house:findings.count', { count: findings.length })}
        </span>
        <ActionIcon
          size="sm"
          className={classes.hide}
          aria-label={t('house:findings.hide', { kind })}
          title={t('house:findings.hide', { kind })}
          onClick={() => onHide(code)}
        >
          <IconEyeOff size={14} />
        </ActionIcon>
      </div>
      {onlyText !== undefined && <p className={classes.text}>{onlyText}</p>}
      <ul ref={list} id={listId} aria-label={kind} className={classes.items}>
        {shown.map((finding) => (
          <FindingItem
            key={keyOf(finding)}
            finding={finding}
            place={findingPlace(finding, view, t)}
            kind={kind}
            text={onlyText === undefined ? findingText(finding, t) : null}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {beyond > 0 && (
        <Text size="xs" c="dimmed" px={6}>
          {t('house:findings.rest', { count: beyond })}
        </Text>
      )}
      {folded > 0 && (
        <button
          type="button"
          className={classes.fold}
          data-finding={code}
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={fold}
        >
          {isOpen ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
          {isOpen ? t('house:findings.fold') : t('house:findings.unfold', { count: folded })}
        </button>
      )}
    </li>
  );
}

interface FindingItemProps {
  finding: HouseFinding;
  place: string;
  kind: string;
  /** null when it says the same as all of its kind. */
  text: string | null;
  onOpen: (finding: HouseFinding) => void;
}

function FindingItem({ finding, place, kind, text, onOpen }: FindingItemProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.open}
        data-finding={finding.code}
        aria-label={[`${kind} ${place}`, text].filter((part) => part !== null).join('. ')}
        onClick={() => onOpen(finding)}
      >
        <span className={classes.place}>{place}</span>
        {text !== null && <span className={classes.text}>{text}</span>}
      </button>
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

import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import {
  type VocChoices,
  type VocKind,
  type VocListRow,
  type VocSort,
  vocKinds,
  vocStatuses,
} from '../../../core/contract/voc.contract.ts';
import { type CellEdit, cellEdits } from './grid/cell-edit.ts';
import classes from './grid/VocGrid.module.css';
import { HitText } from './HitText.tsx';

/** One column of the list of VOC. */
export interface VocColumn {
  id: string;
  header: string;
  /** In px, until somebody drags it. */
  width: number;
  /** Takes the room that the others leave. */
  grows?: boolean;
  /** Is always shown. */
  fixed?: boolean;
  hiddenAtFirst?: boolean;
  align?: 'end';
  sort?: VocSort['field'];
  /** What is copied, shown and said. */
  text: (row: VocListRow) => string;
  /** Drawn in place of the text. */
  render?: (row: VocListRow, search: string) => ReactNode;
  edit?: CellEdit;
}

const kindTones: Record<VocKind, string> = {
  complaint: 'bad',
  suggestion: 'accent',
  question: 'plain',
  praise: 'good',
  other: 'plain',
};

/** From this severity on, a VOC is set off in the list. */
const graveSeverity = 4;

interface ColumnOptions {
  choices: VocChoices | undefined;
  extraFields: readonly { id: number; name: string }[];
  /** Local calendar date: what is due before it is overdue. */
  today: string;
}

export function vocColumns(t: TFunction, options: ColumnOptions): VocColumn[] {
  const { choices, extraFields, today } = options;
  const name = (field: string) => t(`voc:fields.${field}`);
  const edits = cellEdits(t, choices, new Date(`${today}T00:00:00`));
  return [
    {
      id: 'receivedAt',
      header: name('receivedAt'),
      width: Math.max(76, widthOf(34, [name('receivedAt')])),
      sort: 'receivedAt',
      text: (row) => row.receivedAt.replace('T', ' '),
      render: (row) => shortDate(row.receivedAt),
    },
    {
      id: 'kind',
      header: name('kind'),
      width: widthOf(
        26,
        vocKinds.map((kind) => t(`voc:kinds.${kind}`)),
      ),
      sort: 'kind',
      text: (row) => t(`voc:kinds.${row.kind}`),
      render: (row) => (
        <span className={classes.badge} data-tone={kindTones[row.kind]}>
          {t(`voc:kinds.${row.kind}`)}
        </span>
      ),
      edit: edits.kind,
    },
    {
      id: 'severity',
      header: name('severity'),
      width: Math.max(56, widthOf(18, [name('severity')])),
      align: 'end',
      sort: 'severity',
      text: (row) => (row.severity === null ? '' : String(row.severity)),
      render: (row) => (
        <span data-grave={(row.severity ?? 0) >= graveSeverity || undefined}>{row.severity}</span>
      ),
      edit: edits.severity,
    },
    {
      id: 'text',
      header: name('text'),
      width: 160,
      grows: true,
      fixed: true,
      text: (row) => row.text,
      render: (row, search) => <HitText text={row.text} search={search} oneLine />,
    },
    {
      id: 'channel',
      header: name('channel'),
      width: 76,
      hiddenAtFirst: true,
      sort: 'channel',
      text: (row) => t(`voc:channels.${row.channel}`),
      edit: edits.channel,
    },
    {
      id: 'branch',
      header: name('branch'),
      width: 70,
      sort: 'branch',
      text: (row) => row.branch ?? '',
      edit: edits.branch,
    },
    {
      id: 'product',
      header: name('product'),
      width: 76,
      sort: 'product',
      text: (row) => row.product ?? '',
      edit: edits.product,
    },
    {
      id: 'status',
      header: name('status'),
      width: widthOf(
        31,
        vocStatuses.map((status) => t(`voc:statuses.${status}`)),
      ),
      sort: 'status',
      text: (row) => t(`voc:statuses.${row.status}`),
      render: (row) => (
        <>
          {t(`voc:statuses.${row.status}`)}
          {row.escalatedAt !== null && (
            <IconAlertTriangle
              size={13}
              className={classes.alarm}
              aria-label={t('voc:fields.escalatedAt')}
            />
          )}
        </>
      ),
      edit: edits.status,
    },
    {
      id: 'dueOn',
      header: name('dueOn'),
      width: 76,
      hiddenAtFirst: true,
      sort: 'dueOn',
      text: (row) => row.dueOn ?? '',
      render: (row) => (
        <span data-grave={isOverdue(row, today) || undefined}>{shortDate(row.dueOn ?? '')}</span>
      ),
      edit: edits.dueOn,
    },
    {
      id: 'owner',
      header: name('owner'),
      width: 84,
      hiddenAtFirst: true,
      sort: 'owner',
      text: (row) => row.owner ?? '',
      edit: edits.owner,
    },
    {
      id: 'requirementCount',
      header: name('requirementCount'),
      width: 56,
      align: 'end',
      hiddenAtFirst: true,
      text: (row) => String(row.requirementCount),
      render: (row) => (row.requirementCount === 0 ? '–' : row.requirementCount),
    },
    {
      id: 'customerType',
      header: name('customerType'),
      width: 92,
      hiddenAtFirst: true,
      sort: 'customerType',
      text: (row) => row.customerType ?? '',
      edit: edits.customerType,
    },
    {
      id: 'region',
      header: name('region'),
      width: 80,
      hiddenAtFirst: true,
      text: (row) => row.region ?? '',
    },
    {
      id: 'customer',
      header: name('customer'),
      width: 92,
      hiddenAtFirst: true,
      text: (row) => row.customerCode ?? '',
    },
    {
      id: 'escalatedAt',
      header: name('escalatedAt'),
      width: 92,
      hiddenAtFirst: true,
      text: (row) => row.escalatedAt?.slice(0, 10) ?? '',
    },
    {
      id: 'mergedCount',
      header: name('mergedCount'),
      width: 60,
      align: 'end',
      hiddenAtFirst: true,
      text: (row) => (row.mergedCount === 0 ? '' : String(row.mergedCount)),
    },
    {
      id: 'externalId',
      header: name('externalId'),
      width: 110,
      hiddenAtFirst: true,
      text: (row) => row.externalId ?? '',
    },
    {
      id: 'id',
      header: name('id'),
      width: 76,
      align: 'end',
      hiddenAtFirst: true,
      sort: 'id',
      text: (row) => String(row.id),
    },
    ...extraFields.map(extraColumn),
  ];
}

/** In px, for the longest of the words in the language shown, and what stands around them. */
function widthOf(around: number, words: readonly string[]): number {
  const hangul = 12.5;
  const latin = 6.2;
  const widths = words.map((word) =>
    [...word].reduce((sum, letter) => sum + (letter > '\u00ff' ? hangul : latin), around),
  );
  return Math.ceil(Math.max(...widths));
}

function extraColumn({ id, name }: { id: number; name: string }): VocColumn {
  return {
    id: `extra:${id}`,
    header: name,
    width: 100,
    hiddenAtFirst: true,
    text: (row) => row.extraValues.find(({ fieldId }) => fieldId === id)?.value ?? '',
  };
}

/** The imported field that a column shows; null for a column of every VOC. */
export function extraFieldOf(columnId: string): number | null {
  const [, id] = /^extra:(\d+)$/.exec(columnId) ?? [];
  return id === undefined ? null : Number(id);
}

/** Without the century: the column is narrow, and a list holds the years of one decade. */
function shortDate(moment: string): string {
  return moment.slice(2, 10);
}

function isOverdue(row: VocListRow, today: string): boolean {
  const isAnswered = row.status === 'replied' || row.status === 'closed';
  return row.dueOn !== null && row.dueOn < today && !isAnswered;
}

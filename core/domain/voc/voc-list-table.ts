import type { VocChannel, VocKind, VocStatus } from '../../contract/voc.contract.ts';
import type { Translate } from '../../i18n/translate.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { isNameField } from './personal-field.ts';

/** A VOC with everything that a list of it may hold, as written. */
export interface ListedVoc {
  id: number;
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  severity: number | null;
  branch: string | null;
  region: string | null;
  customerType: string | null;
  product: string | null;
  text: string;
  status: VocStatus;
  owner: string | null;
  dueOn: string | null;
  repliedAt: string | null;
  closedAt: string | null;
  replyNote: string;
  handlingSatisfaction: number | null;
  externalId: string | null;
  customerCode: string | null;
  customerName: string | null;
  requirements: string[];
  /** By extra field id. */
  extras: ReadonlyMap<number, string>;
}

export interface ListedField {
  id: number;
  name: string;
}

const columns = [
  'id',
  'receivedAt',
  'channel',
  'kind',
  'severity',
  'branch',
  'region',
  'customerType',
  'product',
  'text',
  'status',
  'owner',
  'dueOn',
  'repliedAt',
  'closedAt',
  'replyNote',
  'handlingSatisfaction',
  'externalId',
  'customerCode',
  'requirements',
] as const;

export type ListCell = string | number;

/** Heads of the list: the columns of every VOC, then those that came with imported files. */
export function listHeads(fields: readonly ListedField[], translate: Translate): string[] {
  return [
    ...columns.map((column) => translate(`voc:export.columns.${column}`)),
    ...fields.map(({ name }) => name),
  ];
}

/** One row under these heads. `asWritten`: personal data are not masked. */
export function listRow(
  voc: ListedVoc,
  fields: readonly ListedField[],
  translate: Translate,
  asWritten: boolean,
): ListCell[] {
  const nameValues = fields
    .filter(({ name }) => isNameField(name))
    .flatMap(({ id }) => voc.extras.get(id) ?? []);
  const names = [...(voc.customerName ? [voc.customerName] : []), ...nameValues];
  const words = (text: string) => (asWritten ? text : maskPersonalData(text, names));
  const cells: Record<(typeof columns)[number], ListCell> = {
    id: voc.id,
    receivedAt: voc.receivedAt.replace('T', ' '),
    channel: translate(`voc:channels.${voc.channel}`),
    kind: translate(`voc:kinds.${voc.kind}`),
    severity: voc.severity ?? '',
    branch: voc.branch ?? '',
    region: voc.region ?? '',
    customerType: voc.customerType ?? '',
    product: voc.product ?? '',
    text: words(voc.text),
    status: translate(`voc:statuses.${voc.status}`),
    owner: voc.owner ?? '',
    dueOn: voc.dueOn ?? '',
    repliedAt: voc.repliedAt?.replace('T', ' ') ?? '',
    closedAt: voc.closedAt?.replace('T', ' ') ?? '',
    replyNote: words(voc.replyNote),
    handlingSatisfaction: voc.handlingSatisfaction ?? '',
    externalId: voc.externalId ?? '',
    customerCode: voc.customerCode ?? '',
    requirements: voc.requirements.join('; '),
  };
  return [
    ...columns.map((column) => cells[column]),
    ...fields.map(({ id }) => words(voc.extras.get(id) ?? '')),
  ];
}

/**
 * A cell that a spreadsheet would take for a formula, as text. Customers' words come from outside, and
 * `=HYPERLINK(…)` in a CSV is run by whoever opens it; a leading apostrophe is how Excel itself says
 * "text". Numbers with a sign are no formulas and stay.
 */
export function harmlessCell(cell: ListCell): string {
  const text = String(cell);
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,\s]+$/.test(text) ? `'${text}` : text;
}

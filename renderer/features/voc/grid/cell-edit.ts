import type { TFunction } from 'i18next';
import { AppError } from '../../../../core/contract/app-error.ts';
import type { InputOf } from '../../../../core/contract/contract.ts';
import {
  type VocChoices,
  type VocRow,
  vocChannels,
  vocKinds,
  vocStatuses,
} from '../../../../core/contract/voc.contract.ts';
import { isAllowedMove } from '../../../../core/domain/voc/handling.ts';
import { dateFromTyping } from '../../../shared/ui/date-typing.ts';

export type VocPatch = InputOf<'voc.update'>['patch'];

/** What became of something typed or pasted into a cell. */
export type ParsedCell = { patch: VocPatch } | { refusal: string };

export interface CellOption {
  /** What is typed or pasted for it. */
  label: string;
  patch: VocPatch;
}

/** How a cell takes what is typed, pasted or filled into it. */
export interface CellEdit {
  /** What the field holds when one begins to change what is there. */
  value: (row: VocRow) => string;
  /** Listed under the cell while one types; digits choose them where `numbered`. */
  options: readonly CellOption[];
  numbered: boolean;
  maxLength: number;
  parse: (typed: string) => ParsedCell;
  /** What Delete does; null where a cell cannot be empty. */
  cleared: VocPatch | null;
  /** Why this VOC cannot take what others can; null where it can. */
  refusal?: (row: VocRow, patch: VocPatch) => AppError | null;
}

export type EditableField =
  | 'kind'
  | 'severity'
  | 'status'
  | 'channel'
  | 'branch'
  | 'product'
  | 'customerType'
  | 'owner'
  | 'dueOn';

/** The cells of the list that take what is typed, and what each of them takes. */
export function cellEdits(
  t: TFunction,
  choices: VocChoices | undefined,
  today: Date,
): Record<EditableField, CellEdit> {
  const coded = (
    field: 'kind' | 'status' | 'channel',
    group: string,
    values: readonly string[],
  ): CellEdit => {
    const options = values.map((value) => ({
      label: t(`voc:${group}.${value}`),
      patch: { [field]: value } as VocPatch,
    }));
    return {
      value: (row) => t(`voc:${group}.${row[field]}`),
      options,
      numbered: true,
      maxLength: 40,
      parse: (typed) =>
        chosenOption(options, typed) ?? {
          refusal: t('voc:paste.oneOf', { words: options.map(({ label }) => label).join(', ') }),
        },
      cleared: null,
    };
  };
  const named = (
    field: 'branch' | 'product' | 'customerType' | 'owner',
    known: readonly string[] | undefined,
  ): CellEdit => ({
    value: (row) => row[field] ?? '',
    options: (known ?? []).map((label) => ({ label, patch: { [field]: label } as VocPatch })),
    numbered: false,
    maxLength: longestName,
    parse: (typed) => {
      const name = typed.trim();
      if (name.length > longestName) {
        return { refusal: t('voc:paste.tooLong', { most: longestName }) };
      }
      return { patch: { [field]: name === '' ? null : name } };
    },
    cleared: { [field]: null },
  });
  return {
    kind: coded('kind', 'kinds', vocKinds),
    status: { ...coded('status', 'statuses', vocStatuses), refusal: moveRefusal(t) },
    channel: coded('channel', 'channels', vocChannels),
    severity: severityEdit(t),
    branch: named('branch', choices?.branches),
    product: named('product', choices?.products),
    customerType: named('customerType', choices?.customerTypes),
    owner: named('owner', choices?.owners),
    dueOn: {
      value: (row) => row.dueOn ?? '',
      options: [],
      numbered: false,
      maxLength: 20,
      parse: (typed) => {
        const date = dateFromTyping(typed, today);
        if (date === null) return { refusal: t('app:dates.refused') };
        return { patch: { dueOn: date === '' ? null : date } };
      },
      cleared: { dueOn: null },
    },
  };
}

const longestName = 200;

/** A status is reached from some of the others only: the host would leave such a VOC as it is. */
function moveRefusal(t: TFunction): CellEdit['refusal'] {
  return ({ status: from }, { status: to }) =>
    to === undefined || to === from || isAllowedMove(from, to)
      ? null
      : new AppError('voc.moveRefused', {
          from: t(`voc:statuses.${from}`),
          to: t(`voc:statuses.${to}`),
        });
}

function severityEdit(t: TFunction): CellEdit {
  const options = [1, 2, 3, 4, 5].map((severity) => ({
    label: t(`voc:severities.${severity}`),
    patch: { severity },
  }));
  return {
    value: (row) => (row.severity === null ? '' : String(row.severity)),
    options,
    numbered: true,
    maxLength: 20,
    parse: (typed) => {
      const text = typed.trim();
      if (text === '' || text === t('voc:severities.none')) return { patch: { severity: null } };
      return chosenOption(options, text) ?? { refusal: t('voc:paste.severity') };
    },
    cleared: { severity: null },
  };
}

/** The option of that number, of that name, or the only one whose name begins so. */
function chosenOption(options: readonly CellOption[], typed: string): ParsedCell | null {
  const text = typed.trim().toLocaleLowerCase();
  if (text === '') return null;
  const byNumber = /^\d$/.test(text) ? options[Number(text) - 1] : undefined;
  const byName = options.find(({ label }) => label.toLocaleLowerCase() === text);
  const beginning = options.filter(({ label }) => label.toLocaleLowerCase().startsWith(text));
  const chosen = byNumber ?? byName ?? (beginning.length === 1 ? beginning[0] : undefined);
  return chosen === undefined ? null : { patch: chosen.patch };
}

/** Options to list for what is typed so far; those that begin so first. */
export function matchingOptions(edit: CellEdit, typed: string): CellOption[] {
  const text = typed.trim().toLocaleLowerCase();
  if (text === '') return edit.options.slice(0, mostListed);
  const found = edit.options.filter(({ label }) => label.toLocaleLowerCase().includes(text));
  const begins = ({ label }: CellOption) => label.toLocaleLowerCase().startsWith(text);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))].slice(
    0,
    mostListed,
  );
}

const mostListed = 9;

import { type ActionFields, actionStatuses } from '../../../core/contract/action.contract.ts';

export type ActionPatch = Partial<ActionFields>;

/** No CSF, as a value of a cell. */
export const noCsf = '';

/** The edit that a cell's new text stands for; null when it stands for none. */
export function actionPatch(columnId: string, value: string): ActionPatch | null {
  switch (columnId) {
    case 'title':
      return value.trim() === '' ? null : { title: value.trim() };
    case 'owner':
    case 'department':
    case 'expectedEffect':
      return { [columnId]: value };
    case 'dueDate':
      return { dueDate: value === '' ? null : value };
    case 'csfId':
      return { csfId: value === noCsf ? null : Number(value) };
    case 'status': {
      const status = actionStatuses.find((known) => known === value);
      return status === undefined ? null : { status };
    }
    default:
      return null;
  }
}

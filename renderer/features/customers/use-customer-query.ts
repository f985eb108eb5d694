import { z } from 'zod';
import {
  contactPreferences,
  customerSortFields,
} from '../../../core/contract/customer.contract.ts';
import { usePreference } from '../../shared/host/preferences.ts';

const querySchema = z.object({
  search: z.string().max(200),
  preferences: z.array(z.enum(contactPreferences)),
  types: z.array(z.string()),
  sort: z.object({ field: z.enum(customerSortFields), direction: z.enum(['asc', 'desc']) }),
  page: z.number().int().min(0),
});
export type CustomerListQuery = z.infer<typeof querySchema>;

export const customersPerPage = 100;

const everybody: CustomerListQuery = {
  search: '',
  preferences: [],
  types: [],
  sort: { field: 'code', direction: 'asc' },
  page: 0,
};

/** What the list shows, remembered as one left it. */
export function useCustomerQuery() {
  return usePreference<CustomerListQuery>('customers.query', everybody, isQuery);
}

function isQuery(value: unknown): value is CustomerListQuery {
  return querySchema.safeParse(value).success;
}

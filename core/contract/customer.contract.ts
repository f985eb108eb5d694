import { z } from 'zod';
import {
  idSchema,
  limitSchema,
  nameSchema,
  noteSchema,
  nothing,
  offsetSchema,
  type Page,
} from './common.schema.ts';
import { edit, read } from './method.ts';

/** How a customer wants to be reached; `none` is a refusal. */
export const contactPreferences = ['any', 'phone', 'sms', 'email', 'post', 'none'] as const;
export type ContactPreference = (typeof contactPreferences)[number];

export const contactChannels = ['phone', 'sms', 'email', 'post', 'visit'] as const;
export type ContactChannel = (typeof contactChannels)[number];

const shortText = z.string().trim().max(200);

const customerFields = {
  /** The company's own number or name for the customer; no two have the same. */
  code: nameSchema,
  name: shortText,
  type: shortText,
  phone: shortText,
  email: shortText,
  preference: z.enum(contactPreferences),
  note: noteSchema,
};
export const customerFieldsSchema = z.object({
  ...customerFields,
  name: customerFields.name.default(''),
  type: customerFields.type.default(''),
  phone: customerFields.phone.default(''),
  email: customerFields.email.default(''),
  preference: customerFields.preference.default('any'),
  note: customerFields.note.default(''),
});
export const customerPatchSchema = z.object(customerFields).partial();
export type CustomerFields = z.infer<typeof customerFieldsSchema>;

export interface CustomerRow {
  id: number;
  code: string;
  /** Name, phone and e-mail are masked; the file is opened with a purpose (`privacy.unmaskCustomer`). */
  name: string;
  type: string;
  phone: string;
  email: string;
  preference: ContactPreference;
  /** Personal data in it are masked, too. */
  note: string;
  vocCount: number;
  openVocCount: number;
  /** All contacts ever, answers included. */
  contactCount: number;
  lastContactAt: string | null;
  createdAt: string;
}

export interface ContactRow {
  id: number;
  customerId: number;
  /** The VOC that this contact answered; such a contact is no approach and the policy does not count it. */
  vocId: number | null;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, local time. */
  at: string;
  channel: ContactChannel;
  purpose: string;
  note: string;
  actor: string;
  overrideReason: string;
}

/** At most so many approaches in so many days, and so many quiet days after each. */
export const contactPolicySchema = z.object({
  maxContacts: z.number().int().min(1).max(1000),
  windowDays: z.number().int().min(1).max(3650),
  quietDays: z.number().int().min(0).max(3650).default(0),
});
export type ContactPolicy = z.infer<typeof contactPolicySchema>;

/** Why one should think twice before contacting a customer. */
export type ContactWarning =
  | { kind: 'refused' }
  | { kind: 'otherChannel'; preferred: ContactPreference }
  | { kind: 'tooMany'; count: number; maxContacts: number; windowDays: number; freeOn: string }
  | { kind: 'tooSoon'; lastOn: string; quietDays: number; freeOn: string };

export const customerSortFields = ['code', 'type', 'preference', 'createdAt'] as const;

const plannedContact = z.object({
  customerId: idSchema,
  vocId: idSchema.nullable().default(null),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/),
  channel: z.enum(contactChannels),
});

export const customerContract = {
  'customer.listPage': read<Page<CustomerRow>>()(
    z.object({
      /** Part of a code or a name. */
      search: z.string().max(200).default(''),
      preferences: z.array(z.enum(contactPreferences)).default([]),
      types: z.array(shortText).max(100).default([]),
      sort: z
        .object({ field: z.enum(customerSortFields), direction: z.enum(['asc', 'desc']) })
        .default({ field: 'code', direction: 'asc' }),
      offset: offsetSchema.default(0),
      limit: limitSchema.default(100),
    }),
    ['customer', 'voc'],
  ),
  'customer.get': read<CustomerRow>()(z.object({ id: idSchema }), ['customer', 'voc']),
  /** Types in use, most used first. */
  'customer.listTypes': read<string[]>()(nothing, ['customer']),
  'customer.create': edit<{ id: number }>()(customerFieldsSchema),
  'customer.update': edit<void>()(z.object({ id: idSchema, patch: customerPatchSchema })),
  /** Removes the file and its contact log; the VOC stay, without a customer. */
  'customer.remove': edit<void>()(z.object({ ids: z.array(idSchema).min(1).max(1000) })),
  /** Says whose VOC these are; null takes them from whoever had them. */
  'customer.linkVoc': edit<void>()(
    z.object({ customerId: idSchema.nullable(), vocIds: z.array(idSchema).min(1).max(100_000) }),
  ),
  'customer.listContacts': read<Page<ContactRow>>()(
    z.object({
      customerId: idSchema,
      offset: offsetSchema.default(0),
      limit: limitSchema.default(100),
    }),
    ['customer'],
  ),
  /** What speaks against contacting the customer then and so; empty when nothing does. */
  'customer.checkContact': read<ContactWarning[]>()(plannedContact, ['customer', 'setting']),
  /** Refuses a contact that the policy warns of unless a reason is given, which the log keeps. */
  'customer.addContact': edit<{ id: number }>()(
    plannedContact.extend({
      purpose: shortText.default(''),
      note: noteSchema.default(''),
      overrideReason: shortText.default(''),
    }),
  ),
  'customer.removeContact': edit<void>()(z.object({ id: idSchema })),
  /** null: nobody is warned about how often. */
  'customer.getPolicy': read<ContactPolicy | null>()(nothing, ['setting']),
  'customer.setPolicy': edit<void>()(z.object({ policy: contactPolicySchema.nullable() })),
};

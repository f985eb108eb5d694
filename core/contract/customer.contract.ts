/** How a customer wants to be reached; `none` is a refusal. */
export const contactPreferences = ['any', 'phone', 'sms', 'email', 'post', 'none'] as const;
export type ContactPreference = (typeof contactPreferences)[number];

export const contactChannels = ['phone', 'sms', 'email', 'post', 'visit'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** How far people agree, −1.00 to 1.00; a dash where too few scored. */
export function agreementText(agreement: number | null | undefined): string {
  return agreement?.toFixed(2).replace('-', '−') ?? '–';
}

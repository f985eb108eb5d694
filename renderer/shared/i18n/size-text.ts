/** The size of a file as people know it from a folder window: `98 KB`, `1.4 MB`, `2.03 GB`. */
export function sizeText(bytes: number, language: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${kilobytes.toLocaleString(language)} KB`;
  const megabytes = kilobytes / 1024;
  if (megabytes < 1024) {
    return `${megabytes.toLocaleString(language, { maximumFractionDigits: 1 })} MB`;
  }
  return `${(megabytes / 1024).toLocaleString(language, { maximumFractionDigits: 2 })} GB`;
}

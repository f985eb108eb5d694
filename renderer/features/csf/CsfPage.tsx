export function CsfPage() {
  return null;
}

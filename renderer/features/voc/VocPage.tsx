export function VocPage() {
  return null;
}

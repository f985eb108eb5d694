export function CsiPage() {
  return null;
}

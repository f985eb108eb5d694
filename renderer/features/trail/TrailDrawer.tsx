export function TrailDrawer() {
  return null;
}

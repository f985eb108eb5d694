import type { NetworkInterfaceInfo } from 'node:os';

/** Names of interfaces that lead to containers, virtual machines and tunnels, not into the room. */
const virtual =
  /docker|veth|^br-|virbr|vmnet|vethernet|virtualbox|vmware|hyper-v|wsl|tailscale|zerotier|^zt|^utun|^tun|^tap|^wg|ppp|vpn/i;

/**
 * IPv4 addresses of this computer that others in the room may reach, the likeliest first: home and office
 * networks before others, real interfaces before virtual ones, self-assigned addresses last.
 */
export function lanAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).flatMap(({ family, internal, address }) =>
      family === 'IPv4' && !internal ? [{ address, likelihood: likelihoodOf(name, address) }] : [],
    ),
  );
  return found.toSorted((a, b) => b.likelihood - a.likelihood).map(({ address }) => address);
}

function likelihoodOf(name: string, address: string): number {
  const realness = virtual.test(name) ? 0 : 10;
  if (address.startsWith('169.254.')) return realness - 20;
  if (address.startsWith('192.168.')) return realness + 3;
  if (address.startsWith('10.')) return realness + 2;
  return realness + (/^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 1 : 0);
}

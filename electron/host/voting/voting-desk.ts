import { isSameSecret, newDeviceToken } from './join-code.ts';

/** A phone or laptop that gave the right code. */
export interface Device {
  readonly token: string;
  /** A cookie overheard on the network is of no use from another address. */
  address: string;
  participantId: number | null;
  joinedAt: string;
  lastSeenAt: string;
  /** What was scored on it in the round it scored in last, by cell: all that it is ever shown again. */
  scored: { roundId: number; values: Map<string, number | null> };
}

export type NamedDevice = Device & { participantId: number };

export function isNamed(device: Device): device is NamedDevice {
  return device.participantId !== null;
}

/** More than a room of a hundred will ever need. */
const mostDevices = 300;

/** Who is at the voting page: devices, and whose name each has taken. */
export class VotingDesk {
  readonly #devices = new Map<string, Device>();

  /** Its cookie was given out here, whatever address it comes from now. */
  wasIn(token: string | undefined): boolean {
    return this.#find(token) !== null;
  }

  /** A device known by its cookie keeps its name, also at another address. */
  admit(token: string | undefined, address: string): Device {
    const known = this.#find(token);
    const now = new Date().toISOString();
    if (known !== null) {
      known.address = address;
      known.lastSeenAt = now;
      return known;
    }
    const device: Device = {
      token: newDeviceToken(),
      address,
      participantId: null,
      joinedAt: now,
      lastSeenAt: now,
      scored: { roundId: 0, values: new Map() },
    };
    this.#makeRoom();
    this.#devices.set(device.token, device);
    return device;
  }

  deviceOf(token: string | undefined, address: string): Device | null {
    const device = this.#find(token);
    if (device === null || device.address !== address) return null;
    device.lastSeenAt = new Date().toISOString();
    return device;
  }

  /** Whether somebody gave the right code from there. */
  hasJoined(address: string): boolean {
    return [...this.#devices.values()].some((device) => device.address === address);
  }

  isAdmitted({ token }: Device): boolean {
    return this.#devices.has(token);
  }

  isTaken(participantId: number): boolean {
    return this.named().some((device) => device.participantId === participantId);
  }

  /** False when another device has the name. */
  take(device: Device, participantId: number): boolean {
    if (device.participantId === participantId) return true;
    if (this.isTaken(participantId)) return false;
    device.participantId = participantId;
    device.joinedAt = new Date().toISOString();
    return true;
  }

  /** The device has to give the code again; false when nobody has the name. */
  release(participantId: number): boolean {
    const device = this.named().find((one) => one.participantId === participantId);
    return device !== undefined && this.#devices.delete(device.token);
  }

  named(): NamedDevice[] {
    return [...this.#devices.values()].filter(isNamed);
  }

  #find(token: string | undefined): Device | null {
    if (token === undefined) return null;
    let found: Device | null = null;
    for (const device of this.#devices.values()) {
      if (isSameSecret(token, device.token)) found = device;
    }
    return found;
  }

  /** Whoever gave the code and never chose a name goes first. */
  #makeRoom(): void {
    if (this.#devices.size < mostDevices) return;
    const unnamed = [...this.#devices.values()].find(({ participantId }) => participantId === null);
    const [oldest] = this.#devices.values();
    const leaving = unnamed ?? oldest;
    if (leaving !== undefined) this.#devices.delete(leaving.token);
  }
}

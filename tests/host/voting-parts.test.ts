import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { GuessLock } from '../../electron/host/voting/guess-lock.ts';
import { newJoinCode } from '../../electron/host/voting/join-code.ts';
import { lanAddresses } from '../../electron/host/voting/lan-addresses.ts';

const info = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
});

describe('addresses of the room', () => {
  it('are those of real networks first, and never this computer alone', () => {
    expect(
      lanAddresses({
        lo: [info('127.0.0.1', true)],
        docker0: [info('172.17.0.1')],
        'vEthernet (WSL)': [info('192.168.99.1')],
        eth1: [info('169.254.3.4')],
        eth0: [info('10.0.0.7')],
        'Wi-Fi': [info('192.168.0.12')],
      }),
    ).toEqual(['192.168.0.12', '10.0.0.7', '192.168.99.1', '172.17.0.1', '169.254.3.4']);
    expect(lanAddresses({ lo: [info('127.0.0.1', true)] })).toEqual([]);
  });
});

describe('a join code', () => {
  it('is six digits, leading zeros among them', () => {
    const codes = Array.from({ length: 2000 }, newJoinCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1900);
  });
});

describe('who guesses codes', () => {
  it('waits twice as long each time, up to a quarter of an hour, and starts anew with the right one', () => {
    let now = 0;
    const lock = new GuessLock(() => now);
    const waits = Array.from({ length: 18 }, () => {
      lock.wrongFrom('a');
      const wait = lock.waitOf('a');
      now += wait;
      return wait / 1000;
    });
    expect(waits).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
    expect(lock.waitOf('b')).toBe(0);
    lock.rightFrom('a');
    lock.wrongFrom('a');
    expect(lock.waitOf('a')).toBe(0);
  });

  it('with an address for every guess tries fewer than 200 codes in two hours', () => {
    let now = 0;
    const lock = new GuessLock(() => now);
    let guesses = 0;
    while (now < 2 * 3_600_000) {
      const address = `10.0.0.${guesses}`;
      now += lock.waitOf(address);
      lock.wrongFrom(address);
      guesses++;
    }
    expect(guesses).toBeLessThan(200);
    expect(lock.refused).toBe(guesses);
  });
});

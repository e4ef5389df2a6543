import { BlockList, isIPv4, isIPv6 } from "node:net";

/** IPv4 ranges that are not the public internet (IANA's special-purpose registry), multicast and reserved ones. */
const V4_RANGES: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Within 2000::/3, where public IPv6 is: protocol assignments and Teredo, documentation, 6to4. */
const V6_RANGES: readonly [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const closedV4 = new BlockList();
for (const [network, bits] of V4_RANGES) closedV4.addSubnet(network, bits, "ipv4");
const openV6 = new BlockList();
openV6.addSubnet("2000::", 3, "ipv6");
const closedV6 = new BlockList();
for (const [network, bits] of V6_RANGES) closedV6.addSubnet(network, bits, "ipv6");

/**
 * True for an address of the public internet. Everything that leads elsewhere is not: loopback, private and link-local
 * ranges, and IPv6 that carries an IPv4 address inside (mapped, translated, tunnelled).
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedV4.check(address, "ipv4");
  if (!isIPv6(address) || address.includes("%")) return false;
  return openV6.check(address, "ipv6") && !closedV6.check(address, "ipv6");
}

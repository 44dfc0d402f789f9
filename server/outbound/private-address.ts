import { type LookupAddress, lookup } from 'node:dns'
import { lookup as lookupSoon } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Failure } from '../../contract/failures.ts'

/** Why whoever sets up a workspace may not have an address of the private network reached: they could feel that network out. */
export function privateRefusal(subject: string): Failure {
  return new Failure(
    'notAllowed',
    `${subject} is of the private network of the server, which workspaces may not reach.`,
    'Name one of the open internet, or ask who runs the server to set OUTSIDE_IN_PRIVATE_ENDPOINTS=yes.',
  )
}

/** Said of an address of the private network where only the open internet may be reached. */
export const privateAddress = 'its address is of the private network'

/** Whether a connection was not made because only the open internet may be reached. */
export function isOfPrivateAddress(error: unknown): boolean {
  return error instanceof Error && error.message === privateAddress
}

/**
 * Ranges that are not of the open internet (IANA's special-purpose registries), and those that carry IPv4 within IPv6. Of these
 * ::ffff:0:0/96 is not named: it is held to the ranges of IPv4.
 */
const ranges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
]
const closed = new BlockList()
for (const [start, bits] of ranges) closed.addSubnet(start, bits, familyOf(start))

/** Whether a computer's name or number leads to this machine or the network behind it. A name that nobody knows leads nowhere. */
export async function isPrivate(hostname: string): Promise<boolean> {
  const found = await lookupSoon(withoutBrackets(hostname), { all: true }).catch(() => [])
  return found.some(isClosed)
}

/** The same of a number alone, which is never looked up. */
export function isPrivateNumber(hostname: string): boolean {
  const address = withoutBrackets(hostname)
  return isIP(address) !== 0 && isClosed({ address })
}

/** Looks a name up for a connection that is about to be made, so that no name can lead elsewhere after it was checked. */
export const lookupOpen: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found, family) => {
    const addresses = typeof found === 'string' ? [{ address: found }] : (found ?? [])
    callback(error ?? (addresses.some(isClosed) ? new Error(privateAddress) : null), found, family)
  })
}

/**
 * What to connect to where only the open internet may be reached: the number that a name leads to now, so that it can lead nowhere
 * else once it was looked at. Refuses a name that leads into the private network.
 */
export async function openNumber(hostname: string): Promise<string> {
  const found = await lookupSoon(withoutBrackets(hostname), { all: true })
  if (found.some(isClosed)) throw privateRefusal(hostname)
  return found[0]?.address ?? hostname
}

function isClosed({ address }: Pick<LookupAddress, 'address'>): boolean {
  return closed.check(address, familyOf(address))
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

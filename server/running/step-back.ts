import { constants, setPriority } from 'node:os'

const { PRIORITY_BELOW_NORMAL: behind, PRIORITY_LOW: last } = constants.priority

/**
 * Has this thread work behind those who are being served, or after everybody else. Only Linux has priorities of threads; elsewhere
 * it would be the whole process.
 */
export function stepBack(place: 'behind' | 'last'): void {
  if (process.platform === 'linux') setPriority(place === 'behind' ? behind : last)
}

import type { DemoCause } from './cause.ts'
import { connection, deliveries } from './home.ts'
import { contracts, money } from './paper.ts'
import { wishes } from './wishes.ts'

/** The 22 planted causes; their words are in words/. */
export const causes: readonly DemoCause[] = [...connection, ...money, ...contracts, ...deliveries, ...wishes]

export function causeNamed(id: string): DemoCause {
  const found = causes.find((cause) => cause.id === id)
  if (found === undefined) throw new Error(`Our fault: no cause named ${id}`)
  return found
}

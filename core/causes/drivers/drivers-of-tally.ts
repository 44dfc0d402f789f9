import { causeId } from '../../base/ids.ts'
import type { TallyCounts } from '../tally.ts'
import { type Driver, type DriverKind, type DriverTotal, findDrivers } from './find-drivers.ts'
import { teamAttribute } from './first-team.ts'

type Cell = DriverTotal & { readonly value: string; readonly cause: string }

/** All that goes with causes beyond chance, of every kind, tested together; the surest first. */
export function driversOfTally(counts: Pick<TallyCounts, 'attributes' | 'marks'>): readonly Driver[] {
  const attributes = cellsOf(counts.attributes, (attribute) => ({ kind: kindOf(attribute), attribute }))
  const marks = cellsOf(counts.marks, parseMarkName)
  // A contact has one value of an attribute, but any number of steps; how many could have had one is counted apart.
  const happened = marks.filter(({ value }) => value !== '')
  const possible = marks.filter(({ value }) => value === '')
  const cells = [...attributes, ...happened]
  const bases = [...attributes, ...possible]
  return findDrivers({
    counts: cells.filter(isOfCause).map((cell) => ({ ...cell, cause: causeId(cell.cause) })),
    valueTotals: sumBy(cells, ({ kind, attribute, value }) => ({ kind, attribute, value })),
    causeTotals: sumBy(bases.filter(isOfCause), ({ kind, attribute, cause }) => ({
      kind,
      attribute,
      cause: causeId(cause),
    })),
    totals: sumBy(bases, ({ kind, attribute }) => ({ kind, attribute })),
  })
}

/** Contacts that fit no cause are counted under the empty name. */
function isOfCause({ cause }: Cell): boolean {
  return cause !== ''
}

function kindOf(attribute: string): DriverKind {
  if (attribute === 'channel') return 'channel'
  return attribute === teamAttribute ? 'team' : 'attribute'
}

/** Marks are counted under `kind:attribute`. */
function parseMarkName(name: string): { kind: DriverKind; attribute: string } {
  const at = name.indexOf(':')
  const kind = name.slice(0, at)
  return { kind: kind === 'rule' || kind === 'before' ? kind : 'step', attribute: name.slice(at + 1) }
}

function cellsOf(
  tree: TallyCounts['attributes'],
  parse: (name: string) => { kind: DriverKind; attribute: string },
): Cell[] {
  return Object.entries(tree).flatMap(([name, values]) =>
    Object.entries(values).flatMap(([value, causes]) =>
      Object.entries(causes).map(([cause, count]) => ({ ...parse(name), value, cause, count })),
    ),
  )
}

function sumBy<Key extends object>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => Key,
): (Key & { count: number })[] {
  const sums = new Map<string, Key & { count: number }>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const name = JSON.stringify(key)
    sums.set(name, { ...key, count: (sums.get(name)?.count ?? 0) + cell.count })
  }
  return [...sums.values()]
}

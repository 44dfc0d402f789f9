import { findNeighbours } from '../../core/causes/discovery/neighbours.ts'
import { centre, learnMean } from '../../core/causes/discovery/space.ts'
import { embedText, type WordTable } from '../../core/text/word-table.ts'
import { scoreAgreement } from '../ear-scores.ts'
import { type Labelled, readBanking } from './data.ts'
import { groupByBestKMeans, type Points } from './k-means.ts'
import { printTable, round } from './table.ts'

const seeds = [1, 2, 3]
const neighbourCount = 10

/** How much of people's sorting the table's meanings hold by themselves: k-means, told how many labels there are. */
export function measureGivenNumber(folder: string, table: WordTable): void {
  const texts = readBanking(folder, 'test')
  const truth = texts.map(({ label }) => label)
  const k = new Set(truth).size
  const plain = embedAll(texts, table)
  const ways: readonly (readonly [string, Points, number])[] = [
    ['meanings, one start', plain, 1],
    ['meanings, the best of ten starts', plain, 10],
    [`drawn to their ${neighbourCount} nearest, one start`, drawToNearest(plain), 1],
  ]
  const rows = ways.flatMap(([name, points, starts]) =>
    seeds.map((seed) => {
      const found = groupByBestKMeans(points, k, { seed, starts })
      const { nmi, ari } = scoreAgreement(truth, Array.from(found, String))
      return [name, seed, texts.length, k, round(nmi), round(ari)]
    }),
  )
  printTable(
    'k-means with the number given (banking77 test; starts by k-means++; the best is the one whose points lie closest to their centres)',
    ['points', 'seed', 'texts', 'k', 'NMI', 'ARI'],
    rows,
  )
}

/** Meanings with what all texts have in common taken away, as discovery does. */
function embedAll(texts: readonly Labelled[], table: WordTable): Points {
  const size = table.dimensions
  const values = new Float32Array(texts.length * size)
  texts.forEach(({ text }, index) => {
    const vector = embedText(table, text)
    if (vector) values.set(vector, index * size)
  })
  centre(values, learnMean(values, size))
  return { values, size }
}

/** Each point plus its nearest others, each as much as it is close, at length 1. */
function drawToNearest({ values, size }: Points): Points {
  const { ids, cosines } = findNeighbours(values, size, neighbourCount)
  const drawn = values.slice()
  ids.forEach((id, at) => {
    if (id < 0) return
    const to = Math.floor(at / neighbourCount) * size
    for (let axis = 0; axis < size; axis++)
      drawn[to + axis] = (drawn[to + axis] ?? 0) + (cosines[at] ?? 0) * (values[id * size + axis] ?? 0)
  })
  centre(drawn, new Float32Array(size))
  return { values: drawn, size }
}

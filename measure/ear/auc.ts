export type Scored = { readonly group: number; readonly truth: boolean; readonly score: number }
export type Input = { readonly group: number; readonly truth: boolean; readonly values: readonly number[] }

/** The chance that a true one scores above a false one, ties counted half; a half where one side is empty. */
export function aucOf(scored: readonly Scored[]): number {
  const [yes, no] = [scored.filter(({ truth }) => truth), scored.filter(({ truth }) => !truth)]
  if (yes.length === 0 || no.length === 0) return 0.5
  let wins = 0
  for (const { score } of yes) {
    for (const other of no) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0
  }
  return wins / (yes.length * no.length)
}

const steps = 500
const rate = 0.1
const penalty = 0.1

/** Scores each input by a fit to the inputs of other groups: ridge logistic regression, groups dealt out in turn. */
export function predictApart(inputs: readonly Input[], folds: number): readonly Scored[] {
  const order = [...new Set(inputs.map(({ group }) => group))]
  const foldOf = new Map(order.map((group, index) => [group, index % folds]))
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const learned = inputs.filter(({ group }) => foldOf.get(group) !== fold)
    const predict = fitLogistic(learned)
    return inputs
      .filter(({ group }) => foldOf.get(group) === fold)
      .map(({ group, truth, values }) => ({ group, truth, score: predict(values) }))
  })
}

function fitLogistic(inputs: readonly Input[]): (values: readonly number[]) => number {
  const width = inputs[0]?.values.length ?? 0
  const columns = Array.from({ length: width }, (_, column) =>
    inputs.map(({ values }) => values[column] ?? 0),
  )
  const means = columns.map(meanOf)
  const spreads = columns.map(
    (column, index) => Math.sqrt(meanOf(column.map((value) => (value - (means[index] ?? 0)) ** 2))) || 1,
  )
  const scale = (values: readonly number[]) =>
    values.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1))
  const scaled = inputs.map(({ values }) => scale(values))
  const weights = new Float64Array(width)
  let bias = 0
  const scoreOf = (row: readonly number[]) =>
    row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias)
  for (let step = 0; step < steps; step++) {
    const errors = scaled.map(
      (row, index) => 1 / (1 + Math.exp(-scoreOf(row))) - Number(inputs[index]?.truth ?? false),
    )
    bias -= rate * meanOf(errors)
    for (let column = 0; column < width; column++) {
      const slope = meanOf(errors.map((error, index) => error * (scaled[index]?.[column] ?? 0)))
      weights[column] = (weights[column] ?? 0) - rate * (slope + penalty * (weights[column] ?? 0))
    }
  }
  return (values) => scoreOf(scale(values))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

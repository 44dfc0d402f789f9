import { describe, expect, test } from 'vitest'
import { aFile, readAll } from '../written-files.ts'

/** Reads rows of a table whose first columns tell a ticket's row apart. */
async function read(head: string, rows: readonly string[]) {
  const lines = rows.map(
    (row, at) => `${at + 1},2024-03-${10 + (at % 18)} 09:00:00,u${at % 9}@example.org,${row}`,
  )
  const file = aFile('export.csv', `Ticket ID,Created at,Requester email,${head}\n${lines.join('\n')}\n`)
  const { guess, interactions } = await readAll(file)
  const { columns, ratingValues, kind } = guess.mapping
  return {
    columns,
    ratingValues,
    kind,
    ratings: interactions.map(({ rating }) => rating),
    attributes: interactions.map(({ attributes }) => attributes),
    why: guess.reasons.find(({ field }) => field === 'rating')?.because ?? '',
  }
}

function again(values: readonly string[], times = 10): string[] {
  return Array.from({ length: values.length * times }, (_, at) => values[at % values.length] ?? '')
}

describe('a column of words on a known scale is a rating', () => {
  test('good and bad, and what was only offered stays an attribute', async () => {
    const { columns, ratingValues, ratings, attributes, why } = await read(
      'Satisfaction rating',
      again(['Good', 'Offered', 'bad', '']),
    )
    expect(columns.rating).toEqual(['Satisfaction rating'])
    expect(ratingValues).toEqual({ bad: 1, Good: 2 })
    expect(why).toContain('its words are a scale from bad (1) to Good (2)')
    expect(ratings.slice(0, 4)).toEqual([2, null, 1, null])
    expect(attributes.slice(0, 2)).toEqual([{}, { 'Satisfaction rating': 'Offered' }])
  })

  test.each([
    ['Survey results', ['Extremely Happy', 'Neutral', 'Extremely Unhappy', 'No Response'], [7, 4, 1, null]],
    ['Satisfaction survey rating', ['Great', 'Good', 'Okay', 'Bad'], [4, 3, 2, 1]],
    ['"Overall, how satisfied were you?"', ['Very satisfied', 'Dissatisfied'], [5, 2]],
    ['How satisfied are you?', ['Not at all satisfied', 'Extremely satisfied'], [1, 5]],
    ['How easy was it?', ['Very easy', 'Difficult', 'Neither easy nor difficult'], [5, 2, 3]],
    ['CSAT', ['VERY_SATISFIED', 'NEUTRAL', 'VERY_DISSATISFIED'], [5, 3, 1]],
    ['Rating', ['Excellent', 'Very poor', 'Fair'], [5, 1, 3]],
    ['NPS group', ['Promoter', 'Passive', 'Detractor'], [3, 2, 1]],
    ['starRating', ['ONE', 'FIVE', 'STAR_RATING_UNSPECIFIED'], [1, 5, null]],
    ['Stars', ['5 stars', '1 star'], [5, 1]],
    ['Zufriedenheit', ['Sehr zufrieden', 'Unzufrieden', 'keine Angabe'], [5, 2, null]],
    ['Satisfaction client', ['Très satisfait(e)', 'Plutôt satisfait(e)', 'Insatisfait(e)'], [5, 4, 2]],
    ['Satisfacción', ['Muy satisfecho/a', 'Insatisfecho/a'], [5, 2]],
    ['Klanttevredenheid', ['Zeer tevreden', 'Ontevreden'], [5, 2]],
    ['Soddisfazione', ['Molto soddisfatto', 'Insoddisfatto'], [5, 2]],
    ['Satisfação', ['Muito satisfeito', 'Insatisfeito'], [5, 2]],
  ])('%s', async (name, words, numbers) => {
    const { columns, ratings } = await read(name, again(words))
    expect(columns.rating).toEqual([name.replaceAll('"', '')])
    expect(columns.team).toBeUndefined()
    expect(ratings.slice(0, words.length)).toEqual(numbers)
  })

  test('a step that the sample does not hold is read too, where it comes late', async () => {
    const rows = [...again(['Very satisfied', 'Satisfied'], 3000), 'Very dissatisfied']
    const { ratings } = await read('Satisfaction', rows)
    expect(ratings.at(-1)).toBe(1)
  })

  test('numbers with their labels keep both', async () => {
    const { ratingValues, ratings } = await read(
      'CSAT',
      again(['5 - Very satisfied', '1 - Very dissatisfied', '3']),
    )
    expect(ratingValues).toEqual({ '5 - Very satisfied': 5, '1 - Very dissatisfied': 1 })
    expect(ratings.slice(0, 3)).toEqual([5, 1, 3])
  })
})

describe('it is none', () => {
  test.each([
    ['Priority', ['Good', 'Bad']],
    ['Ticket status', ['Good', 'Bad']],
    ['Impact rating', ['Poor', 'Good', 'Excellent']],
    ['Satisfaction reason', ['Slow answer', 'Not solved', 'Other']],
    ['Satisfaction rating', ['High', 'Low']],
  ])('%s with %s', async (name, words) => {
    const { columns, ratingValues } = await read(name, again(words))
    expect([columns.rating, ratingValues]).toEqual([undefined, undefined])
  })

  test('where the number that a group is made of stands beside it, and no team either', async () => {
    const { columns, ratingValues, ratings } = await read(
      'NPS,NPS_GROUP',
      again(['9,Promoter', '7,Passive', '2,Detractor']),
    )
    expect(columns).toMatchObject({ rating: ['NPS'] })
    expect([columns.team, ratingValues, ratings[0]]).toEqual([undefined, undefined, 9])
    const named = await read('Q1,Q1_NPS_GROUP', again(['9,Promoter', '7,Passive', '2,Detractor']))
    expect([named.columns.rating, named.columns.team]).toEqual([['Q1'], undefined])
  })
})

test('words with a comment are a survey; tickets that were rated are messages, and so is a conversation of several rows', async () => {
  const comment = '"They were kind and found it, at last"'
  const survey = await read(
    'Ticket satisfaction rating,Ticket satisfaction comment',
    again([`Good,${comment}`, 'Bad,']),
  )
  expect(survey.kind).toBe('survey')
  const tickets = await read(
    'Priority,Survey rating,Message',
    again([`Low,Good,${comment}`, `Low,Bad,${comment}`]),
  )
  expect([tickets.kind, tickets.columns.rating]).toEqual(['message', ['Survey rating']])
  const rows = again([`1,ann@example.org,4,${comment}`, `2,bob@example.org,5,${comment}`])
  const lines = rows.map((row, at) => `2024-03-${10 + (at % 18)} 09:0${at % 10}:00,${row}`)
  const log = await readAll(
    aFile('log.csv', `Date,Case ID,Customer email,CSAT score,Comment\n${lines.join('\n')}\n`),
  )
  expect(log.guess.mapping).toMatchObject({
    kind: 'message',
    columns: { case: ['Case ID'], rating: ['CSAT score'] },
  })
})

import { expect, test } from 'vitest'
import { guessFile } from './guess-file.ts'
import { sayGuess } from './say-guess.ts'
import { aFile } from './written-files.ts'

test('a guess in words names the file, each field with its reason, what is open, and the first rows', async () => {
  const text =
    'Ticket ID,Customer Email,Created,Message\n1,ann@example.org,3/4/2024,Where is my order please\n1,ann@example.org,4/4/2024,It is still not here\n2,bob@example.org,5/4/2024,The bill is too high\n'
  const said = sayGuess(await guessFile(aFile('tickets.csv', text)))
  expect(said).toContain('tickets.csv: CSV, utf-8, columns between commas, 4 columns')
  expect(said).toMatch(/email +Customer Email +the name "Customer Email" says so and its values are e-mail/)
  expect(said).toMatch(/timeFormat: Is "3\/4\/2024" in "Created" written day-month-year or month-day-year/)
  expect(said).toMatch(/from: No column tells messages of customers/)
  expect(said).toMatch(/1\. at: 2024-04-03T00:00:00Z · customer: email:ann@example.org · case: 1/)
  expect(said.split('\n').every((line) => line.length <= 130)).toBe(true)
})

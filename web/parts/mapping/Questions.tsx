import { type Guess, type Mapping, mappedFields, onlySheet } from '../../../core/interactions/mapping.ts'
import { setColumn } from './edit-mapping.ts'
import { nameOption, timeFormats } from './mapping-words.ts'

type Question = Guess['questions'][number]
type Props = {
  readonly questions: readonly Question[]
  readonly answered: ReadonlySet<string>
  readonly mapping: Mapping
  readonly onAnswer: (field: string, mapping: Mapping) => void
}

/** What the values cannot settle: asked before anything is counted. */
export function Questions({ questions, answered, mapping, onAnswer }: Props) {
  return questions.map((question) => (
    <fieldset key={`${question.field}:${question.question}`} className="question">
      <legend>{question.question}</legend>
      <div className="switches">
        {question.options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={question.question}
              checked={isChosen(question, option, mapping, answered)}
              onChange={() => onAnswer(question.field, answer(mapping, question, option))}
            />{' '}
            {nameOption(question.field, option)}
          </label>
        ))}
      </div>
      {!answered.has(question.field) && (
        <p className="small soft">
          {question.assumed === null
            ? 'Reading waits for your answer.'
            : `While you do not say: ${nameOption(question.field, question.assumed)}.`}
        </p>
      )}
    </fieldset>
  ))
}

/** The mapping with one question answered: a sheet, a zone, a way of writing times, or the column that feeds a field. */
export function answer(mapping: Mapping, question: Question, option: string): Mapping {
  if (question.field === 'sheet') return onlySheet(option)
  if (question.field === 'timeZone') return { ...mapping, timeZone: option }
  if (question.field === 'timeFormat') {
    const format = formats.find((known) => known === option)
    return format === undefined ? mapping : { ...mapping, timeFormat: format }
  }
  const field = mappedFields.find((known) => known === question.field)
  return field === undefined ? mapping : setColumn(mapping, field, 0, option)
}

const formats = Object.keys(timeFormats).filter((name): name is Mapping['timeFormat'] => name in timeFormats)

function isChosen(
  question: Question,
  option: string,
  mapping: Mapping,
  answered: ReadonlySet<string>,
): boolean {
  if (!answered.has(question.field)) return question.assumed === option
  if (question.field === 'sheet') return mapping.sheet === option
  if (question.field === 'timeZone') return mapping.timeZone === option
  if (question.field === 'timeFormat') return mapping.timeFormat === option
  const field = mappedFields.find((known) => known === question.field)
  return field !== undefined && mapping.columns[field]?.[0] === option
}

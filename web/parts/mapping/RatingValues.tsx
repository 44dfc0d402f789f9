import { useState } from 'react'
import type { Guess, Mapping } from '../../../core/interactions/mapping.ts'
import { listRatingWords, setRatingValue } from './edit-mapping.ts'

type Props = {
  readonly columns: Guess['columns']
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** Which number each word of a rating means; nothing where ratings are numbers already. */
export function RatingValues({ columns, mapping, onChange }: Props) {
  // A word keeps its place while it is edited, and when it loses its number.
  const [first] = useState(() => listRatingWords(columns, mapping))
  const words = [...new Set([...first, ...listRatingWords(columns, mapping)])]
  const isRated = mapping.columns.rating !== undefined
  return (isRated ? words : []).map((word) => (
    <label key={word} className="field">
      <span>“{word}” as rating means</span>
      <input
        type="number"
        step="any"
        placeholder="no number of its own"
        defaultValue={mapping.ratingValues?.[word] ?? ''}
        onBlur={({ target }) => {
          const value = target.value === '' ? null : target.valueAsNumber
          if (value !== (mapping.ratingValues?.[word] ?? null)) onChange(setRatingValue(mapping, word, value))
        }}
      />
    </label>
  ))
}

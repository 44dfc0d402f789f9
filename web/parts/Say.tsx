import { Figure } from '../ui/Figure.tsx'
import type { Sentence } from './overview/say-overview.ts'

type Props = { readonly sentences: readonly Sentence[] }

/** The answer a page opens with: sentences whose numbers open their evidence. */
export function Say({ sentences }: Props) {
  return (
    <p className="lead">
      {sentences.map((sentence) => (
        <span key={words(sentence)}>
          {sentence.map((phrase) =>
            typeof phrase === 'string' ? (
              phrase
            ) : (
              <Figure key={`${phrase.figure} ${phrase.href}`} href={phrase.href} note={phrase.note}>
                {phrase.figure}
              </Figure>
            ),
          )}{' '}
        </span>
      ))}
    </p>
  )
}

function words(sentence: Sentence): string {
  return sentence.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.figure)).join('')
}

import type { FoundText } from '../../../contract/search.ts'
import { paths } from '../../paths.ts'
import { formatMoment } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly workspace: string; readonly texts: readonly FoundText[] }

/** What was said, in the words in which it was said; those that were looked for are marked. */
export function FoundTexts({ workspace, texts }: Props) {
  return (
    <ol className="evidence">
      {texts.map((text) => (
        <li key={text.id}>
          <article className={`said said-${text.from}`}>
            <header className="small soft">
              {text.at !== null && <time dateTime={text.at}>{formatMoment(text.at)}</time>}
              <span className="said-who">{sayWho(text)}</span>
              {text.channel !== null && <span>{text.channel}</span>}
            </header>
            <blockquote className="said-text">
              <Excerpt text={text} />
            </blockquote>
            <p className="small">
              <Go data-row href={paths.said(workspace, text.id)}>
                See the whole issue
              </Go>
            </p>
          </article>
        </li>
      ))}
    </ol>
  )
}

function sayWho({ from, customer, team }: FoundText): string {
  return from === 'customer' ? (customer ?? 'Customer') : (team ?? 'Company')
}

function Excerpt({ text: { excerpt, marks, hasMoreBefore, hasMoreAfter } }: { readonly text: FoundText }) {
  return (
    <>
      {hasMoreBefore && '… '}
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {excerpt.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className="found">{excerpt.slice(start, end)}</mark>
        </span>
      ))}
      {excerpt.slice(marks.at(-1)?.end ?? 0)}
      {hasMoreAfter && ' …'}
    </>
  )
}

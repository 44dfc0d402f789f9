import '../parts/evidence/evidence.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { SurveyAnswersJson } from '../../contract/ratings.ts'
import { Nothing } from '../parts/evidence/Nothing.tsx'
import { nameRating } from '../parts/ratings/name-rating.ts'
import { saySurveyView } from '../parts/ratings/say-ratings.ts'
import { useRatingNames } from '../parts/ratings/useRatingNames.ts'
import { useSourceName } from '../parts/sources/useSourceName.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { formatMoment, nothing, sayTotal } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Words } from '../ui/Words.tsx'

const route = getRouteApi('/w/$workspace/survey-answers')

/** The answers behind what a survey gave: those that name no case. */
export function SurveyAnswersPage() {
  const { workspace } = route.useParams()
  const view = route.useSearch()
  const query = useInfiniteQuery(queries.surveyAnswers(workspace, view))
  const sourceName = useSourceName(workspace, view.source)
  const names = useRatingNames(workspace)
  return (
    <Page
      title={saySurveyView(view, names)}
      above={<Go href={paths.today(workspace)}>Evidence for today</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={8} height={64} />}>
        {({ pages }) => {
          const answers = pages.flatMap((page) => page.answers)
          const counted = pages[0] ?? nothing
          if (counted.total === 0) return <Nothing what="answer" all={paths.today(workspace)} />
          return (
            <section className="section" aria-label="Answers">
              <p className="soft">
                {sayTotal(counted, 'answer')}
                {sourceName !== null && ` to ${sourceName}`}
              </p>
              <ol className="evidence">
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <OneAnswer answer={answer} rated={nameRating(names, view.source, answer.rating)} />
                  </li>
                ))}
              </ol>
              <More shown={answers.length} counted={counted} query={query} />
            </section>
          )
        }}
      </Answer>
    </Page>
  )
}

type AnswerProps = { readonly answer: SurveyAnswersJson['answers'][number]; readonly rated: string }

function OneAnswer({ answer, rated }: AnswerProps) {
  const { at, customer, text } = answer
  const who = customer ?? 'Customer not known'
  return (
    <article className="contact">
      {text !== null && (
        <blockquote className="contact-text">
          <Words text={text} />
        </blockquote>
      )}
      <p className="small soft">
        {[who, at === null ? null : formatMoment(at), `rated ${rated}`]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </article>
  )
}

import './ratings.css'
import type { SurveysJson } from '../../../contract/ratings.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { plural } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useSourceName } from '../sources/useSourceName.ts'
import { BarCells, BarHeads } from './Bars.tsx'
import { nameRating } from './name-rating.ts'
import { formatAverage, type KnownSurveys, sayInterval, saySurveys } from './say-ratings.ts'
import { useRatingNames } from './useRatingNames.ts'

type Props = { readonly workspace: string; readonly surveys: SurveysJson }

const title = 'What surveys gave'

/** What answers to surveys gave that name no case. Nothing where there are none. */
export function Surveys({ workspace, surveys }: Props) {
  if (!isKnown(surveys)) {
    return (
      <Section title={title}>
        <CannotSay because={surveys.cannotSay} />
      </Section>
    )
  }
  if (surveys.length === 0) return null
  return (
    <Section title={title} note={saySurveys(surveys)}>
      {surveys.map((survey) => (
        <OneSurvey key={survey.source} workspace={workspace} survey={survey} isNamed={surveys.length > 1} />
      ))}
    </Section>
  )
}

type Survey = KnownSurveys[number]
type OneProps = { readonly workspace: string; readonly survey: Survey; readonly isNamed: boolean }

function OneSurvey({ workspace, survey, isNamed }: OneProps) {
  const { source, average, values, uneven } = survey
  const sourceName = useSourceName(workspace, source)
  const names = useRatingNames(workspace)
  const hrefTo = (rating?: number) =>
    paths.surveyAnswers(workspace, { source, ...(rating !== undefined && { rating: String(rating) }) })
  const most = isKnown(values) ? Math.max(1, ...values.map(({ answers }) => answers)) : 1
  return (
    <div className="ratings">
      {isNamed && <h3>{sourceName}</h3>}
      {isKnown(average) ? (
        <p>
          <Figure href={hrefTo()}>{formatAverage(average.value)}</Figure> on average,{' '}
          {sayInterval(survey, average, names)}.
        </p>
      ) : (
        <CannotSay what="the average" because={average.cannotSay} />
      )}
      {isKnown(values) ? (
        <table className="plain-table ratings-table">
          <thead>
            <tr>
              <BarHeads what="Answers" />
            </tr>
          </thead>
          <tbody>
            {values.map(({ rating, answers }) => (
              <tr key={rating}>
                <BarCells
                  rating={nameRating(names, source, rating)}
                  count={answers}
                  most={most}
                  href={hrefTo(rating)}
                />
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <CannotSay what="how they are spread" because={values.cannotSay} />
      )}
      {uneven > 0 && (
        <p className="small soft">{`${plural(uneven, 'answer')} in no bar: neither whole nor half steps.`}</p>
      )}
    </div>
  )
}

import '../parts/changes/changes.css'
import '../parts/desk/desk.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { GuidelinePage as Reply } from '../../contract/desk/guidelines.ts'
import { api } from '../api.ts'
import { sayMinor } from '../parts/desk/money.ts'
import { useDeskName } from '../parts/desk/useDeskName.ts'
import { WhoAmI } from '../parts/desk/WhoAmI.tsx'
import { sayCondition } from '../parts/guidelines/ConditionFields.tsx'
import { GuidelineForm } from '../parts/guidelines/GuidelineForm.tsx'
import { Objections } from '../parts/guidelines/Objections.tsx'
import { PastExceptions } from '../parts/guidelines/StandsFor.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { FailedStep } from '../ui/FailedStep.tsx'
import { formatDay, formatShare, listWords } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/guidelines/$id')

/** One guideline: what it is for, what it allows, its versions, and what the front line says of it. */
export function GuidelinePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.guideline(workspace, id))
  return (
    <Page
      title={query.data?.row.guideline.name ?? 'Guideline'}
      above={<Go href={paths.guidelines(workspace)}>Guidelines</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={8} height={24} />}>
        {(page) => <Filled page={page} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

type Props = { readonly page: Reply; readonly workspace: string }

function Filled({ page, workspace }: Props) {
  const { row, people, currency } = page
  const latest = page.versions.at(-1)?.guideline ?? row.guideline
  return (
    <>
      <div className="section">
        <p className="lead">{row.guideline.intent}</p>
        <WhoAmI workspace={workspace} />
      </div>
      <Section title="What it allows">
        <Allowed page={page} />
      </Section>
      <Section title="What the front line says">
        <Objections workspace={workspace} page={page} />
      </Section>
      <Section title="What exceptions to it led to">
        <PastExceptions exceptions={page.exceptions} />
      </Section>
      <Section title="Versions" note="Every version is kept. A draft holds once it is put live.">
        <Versions page={page} workspace={workspace} />
        <details className="why-form">
          <summary>Write a new version</summary>
          <GuidelineForm
            key={page.versions.length}
            workspace={workspace}
            of={row.id}
            start={latest}
            people={people}
            currency={currency}
          />
        </details>
      </Section>
    </>
  )
}

function Allowed({ page: { row, currency } }: { readonly page: Reply }) {
  const { options, authorities, owner, answerHours, byDefault, protects } = row.guideline
  return (
    <>
      <p>
        For {listWords(row.causes.map(({ name }) => `“${name}”`))}. Protects{' '}
        {protects === 'both' ? 'the customer and the company' : `the ${protects}`}. Owned by {owner}.
      </p>
      {row.isRule && <p>It leaves no room: it is a rule.</p>}
      <ul className="desk-options">
        {options.map(({ id, gives, say, cost, value, because, conditions }) => (
          <li key={id}>
            <h3>{gives}</h3>
            <p className="say">“{say}”</p>
            <p className="small">
              Worth {sayMinor(value, currency)} to them, costs us {sayMinor(cost, currency)}. {because}{' '}
              {conditions.map(sayCondition).join(' ')}
            </p>
          </li>
        ))}
      </ul>
      <ul className="sentences">
        {authorities.map(({ role, perGrant, perIssue, perDay, shareOfIssues, beyond }) => (
          <li key={role}>
            A {role} may give {sayMinor(perGrant, currency)} at once, {sayMinor(perIssue, currency)} on one
            issue, {sayMinor(perDay, currency)} on one day
            {shareOfIssues !== null && `, to at most ${formatShare(shareOfIssues)} of the issues`}; beyond
            that {beyond === null ? owner : `a ${beyond}`} decides.
          </li>
        ))}
        {authorities.length > 0 && (
          <li>
            An exception is answered within {answerHours} hours; without an answer it is {byDefault}.
          </li>
        )}
      </ul>
    </>
  )
}

function Versions({ page, workspace }: Props) {
  const { who } = useDeskName()
  const client = useQueryClient()
  const id = String(page.row.id)
  const live = useMutation({
    mutationFn: (version: number) => api.putGuidelineLive(workspace, id, who, version),
    onSuccess: (next) => {
      client.setQueryData(queries.guideline(workspace, id).queryKey, next)
      client.invalidateQueries({ queryKey: [workspace] })
    },
  })
  return (
    <>
      <ol className="sentences">
        {page.versions.map(({ version, who: author, at, liveAt }) => (
          <li key={version}>
            Version {version}, {author}, {formatDay(at)}.{' '}
            {liveAt === null ? (
              <button type="button" className="button" onClick={() => live.mutate(version)}>
                Put version {version} live
              </button>
            ) : (
              `Holds since ${formatDay(liveAt)}${page.row.version === version ? '' : ', replaced since'}.`
            )}
          </li>
        ))}
      </ol>
      {live.isError && <FailedStep error={live.error} />}
    </>
  )
}

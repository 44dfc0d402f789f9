import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'

export function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <div className="notice">
        <p>The address may be mistyped, or what it showed has been removed.</p>
        <p className="notice-ways">
          <Go className="button" href={paths.first()}>
            Go to the start
          </Go>
        </p>
      </div>
    </Page>
  )
}

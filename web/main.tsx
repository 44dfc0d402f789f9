import './app.css'
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Failure, failures } from '../contract/failures.ts'
import { invariant } from '../core/base/invariant.ts'
import { router } from './router.tsx'
import { applyTheme } from './shell/theme.ts'

applyTheme()

// A button that sends is disabled before a second click can come, not a moment later.
notifyManager.setScheduler(queueMicrotask)

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retryDelay: 500, retry: isWorthAnotherTry } },
})
const root = document.getElementById('root')
invariant(root, 'the page has no root element')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

/** A server that is busy may answer the next time; a refusal stays one. */
function isWorthAnotherTry(tries: number, error: Error): boolean {
  return tries < 1 && error instanceof Failure && failures[error.code].status === 503
}

import { useRouter } from '@tanstack/react-router'

/** Goes to one of our addresses from code: a choice made in a field, a job begun. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => router.history.push(href)
}

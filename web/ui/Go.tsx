import type { ComponentProps, MouseEvent } from 'react'
import { useGo } from './useGo.ts'

type Props = ComponentProps<'a'> & { readonly href: string }

/** A link of ours: a plain address, followed without leaving the page. */
export function Go({ href, onClick, ...rest }: Props) {
  const go = useGo()
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}

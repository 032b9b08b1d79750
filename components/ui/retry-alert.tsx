import type { ReactNode } from 'react'
import { Alert } from './alert'
import { Button } from './button'

type RetryAlertProps = {
  /** What could not be read. */
  title: ReactNode
  /** Why. */
  children: ReactNode
  retryLabel: string
  /** It is being tried again. */
  busy: boolean
  onRetry: () => void
}

/** Something could not be read; the way to try again. */
export function RetryAlert({ title, children, retryLabel, busy, onRetry }: RetryAlertProps) {
  const retry = (
    <Button size="small" busy={busy} onClick={() => onRetry()}>
      {retryLabel}
    </Button>
  )
  return (
    <Alert tone="danger" title={title} actions={retry}>
      {children}
    </Alert>
  )
}

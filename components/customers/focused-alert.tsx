'use client'

import { useEffect, useRef } from 'react'
import { Alert, type AlertProps } from '@/components/ui/alert'

/** A message that takes the focus when it comes, because it answers what the user has just done. */
export function FocusedAlert(props: AlertProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'center' })
    ref.current?.focus({ preventScroll: true })
  }, [])
  return <Alert ref={ref} tabIndex={-1} role="alert" {...props} />
}

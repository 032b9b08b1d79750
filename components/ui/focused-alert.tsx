'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Alert, type AlertProps } from './alert'

type FocusedAlertProps = Pick<AlertProps, 'tone' | 'actions' | 'className'> & { title: ReactNode; children: ReactNode }

/** A message that takes the focus when it comes, because it answers what the user has just done. The focus has it read out. */
export function FocusedAlert(props: FocusedAlertProps) {
  const ref = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'center' })
    ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Alert
      {...props}
      ref={ref}
      id={id}
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    />
  )
}

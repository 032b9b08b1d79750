'use client'

import type { ReactNode } from 'react'
import { useHydrated } from '@/components/form/use-hydrated'
import { Button } from '@/components/ui/button'

type SubmitButtonProps = { busy: boolean; variant?: 'primary' | 'danger'; children: ReactNode }

/** What sends a form of the sign-in, as wide as the form. */
export function SubmitButton({ variant = 'primary', ...button }: SubmitButtonProps) {
  // Pressed before the code is there, it would post the form the browser's own way.
  const ready = useHydrated()
  return (
    <Button
      {...button}
      type="submit"
      variant={variant}
      size="large"
      disabled={!ready}
      className="w-full disabled:opacity-100"
    />
  )
}

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style'

type LinkButtonProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize }

/** A link that looks like a button. It does not prefetch unless asked: another page's code is not free. */
export function LinkButton({
  variant = 'secondary',
  size = 'medium',
  className,
  prefetch = false,
  ...rest
}: LinkButtonProps) {
  return <Link {...rest} prefetch={prefetch} className={buttonClass(variant, size, className)} />
}

import { useTranslations } from 'next-intl'

/** The mark and the name of the product; `compact` leaves the name to screen readers where there is little room. */
export function Brand({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('common')
  return (
    <span className="flex items-center gap-2.5 font-semibold text-ink">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 shrink-0">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <g fill="none" strokeWidth="2.75" strokeLinecap="round" className="stroke-accent-ink">
          <path d="M9 21.5a10 10 0 0 1 0-11M23 10.5a10 10 0 0 1 0 11" />
          <path d="M13 18.4a4.3 4.3 0 0 1 0-4.8M19 13.6a4.3 4.3 0 0 1 0 4.8" />
        </g>
      </svg>
      <span className={compact ? 'max-sm:sr-only' : undefined}>{t('productName')}</span>
    </span>
  )
}

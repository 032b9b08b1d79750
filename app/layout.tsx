import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readTheme, themeCookie } from '@/components/session/theme'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: t('productName'), template: t('pageTitle', { title: '%s' }) },
    applicationName: t('productName'),
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
    // Telephone numbers are data here: a browser that turns them into links would change what is read.
    formatDetection: { telephone: false, email: false, address: false },
    referrer: 'same-origin',
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#141821' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const { common } = await getMessages()
  return (
    <html lang={await getLocale()} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        {/* Only what the error page needs; each group of pages adds the texts of its own. */}
        <NextIntlClientProvider messages={{ common }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}

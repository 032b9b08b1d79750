import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { LiveRegionProvider } from '@/components/ui/live-region'

export default async function SignInLayout({ children }: { children: ReactNode }) {
  const { common, signIn, authFailures, secondFactor, password } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ common, signIn, authFailures, secondFactor, password }}>
      <LiveRegionProvider>
        <main className="flex min-h-dvh flex-col items-center px-4 pt-[12dvh] pb-10">
          <div className="w-full max-w-sign-in">
            <div className="mb-6 flex justify-center text-lg">
              <Brand />
            </div>
            <div className="rounded-lg border bg-surface p-6 shadow-raised sm:p-8">{children}</div>
          </div>
        </main>
      </LiveRegionProvider>
    </NextIntlClientProvider>
  )
}

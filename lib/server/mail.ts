import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { getTranslations } from 'next-intl/server'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { AuthPorts, Mail } from '@/lib/auth/ports'
import { env, processWide } from '@/lib/env'
import { log } from '@/lib/server/log'

type Texts = Awaited<ReturnType<typeof getTranslations<'mail'>>>

/** Sender where SMTP_URL names none. */
const defaultSender = 'Selfcare Console <no-reply@localhost>'

/** Sends a mail over SMTP_URL, or writes it to DATA_DIR/outbox. Nobody waits for it; a failure is logged without the address. */
export const sendMail: AuthPorts['sendMail'] = ({ name, email }, mail) => {
  deliver(name, email, mail).catch((err: unknown) => log().error({ err, mail: mail.kind }, 'mail was not sent'))
}

async function deliver(name: string, email: string, mail: Mail): Promise<void> {
  const t = await getTranslations('mail')
  const link = linkOf(mail)
  const paragraphs = [t('greeting', { name }), textOf(mail, t), ...(link ? [link] : []), t(`${mail.kind}.hint`)]
  const message = {
    from: defaultSender,
    to: { name, address: email },
    subject: t(`${mail.kind}.subject`),
    text: paragraphs.join('\n\n'),
    html: paragraphs
      .map((text) =>
        text === link
          ? anchor(link, t(mail.kind === 'invitation' ? 'invitation.action' : 'resetPassword.action'))
          : `<p>${escaped(text)}</p>`,
      )
      .join('\n'),
  }
  const { SMTP_URL } = env()
  if (SMTP_URL) await processWide('smtp', () => createTransport(SMTP_URL)).sendMail(message)
  else await writeToOutbox(message)
}

function textOf(mail: Mail, t: Texts): string {
  switch (mail.kind) {
    case 'invitation':
      return t('invitation.text', { inviter: mail.inviter, customerName: mail.customerName })
    case 'newDevice':
      return t('newDevice.text', { device: mail.device, address: mail.address })
    case 'locked':
      return t('locked.text', { address: mail.address })
    default:
      return t(`${mail.kind}.text`)
  }
}

async function writeToOutbox(message: SendMailOptions): Promise<void> {
  const folder = resolve(env().DATA_DIR, 'outbox')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { message: content } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  const file = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}`)
  // Appears whole or not at all: somebody may be watching the folder.
  await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 })
  await rename(`${file}.part`, `${file}.eml`)
}

/** Links lead to CONSOLE_URL, never to the Host of the request: that is whatever the client wrote. */
function linkOf(mail: Mail): string | undefined {
  if (!('token' in mail)) return undefined
  const url = new URL('/sign-in/reset', env().CONSOLE_URL)
  url.searchParams.set('token', mail.token)
  if (mail.kind === 'invitation') url.searchParams.set('invited', '1')
  return url.href
}

function anchor(href: string, text: string): string {
  return `<p><a href="${escaped(href)}">${escaped(text)}</a></p>\n<p>${escaped(href)}</p>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

import type { MfaConfiguration } from '@/lib/contract/enums'

/** A console user as the auth library knows it. */
export type ConsoleUser = {
  id: string
  name: string
  email: string
  customerId: string
  parentCustomerId?: string | null | undefined
  contactId?: string | null | undefined
  role: string
  twoFactorEnabled?: boolean | null | undefined
  factorDeclinedAt?: Date | null | undefined
  disabledAt?: Date | null | undefined
}

/** Mails that tell a user what happened to its account. */
export type Mail =
  | { kind: 'resetPassword'; token: string }
  | { kind: 'invitation'; token: string; inviter: string; customerName: string }
  | { kind: 'newDevice'; device: string; address: string }
  | { kind: 'locked'; address: string }
  | { kind: 'factorReplaced' }
  | { kind: 'factorRemoved' }
  | { kind: 'passwordChanged' }

/** What lib/auth needs of rooms that it may not enter; lib/server brings them together. */
export type AuthPorts = {
  /**
   * The policy of the user's customer as the platform holds it now.
   * @throws when it cannot be read: nobody is let in on a guess
   */
  policyOf: (user: ConsoleUser) => Promise<MfaConfiguration>
  /** Sends a mail without making the caller wait: whether an address exists must not show in the time of an answer. */
  sendMail: (user: Pick<ConsoleUser, 'name' | 'email'>, mail: Mail) => void
}

/** Tells a password manager whose password a form asks for, where the user need not be asked. */
export function UsernameHint({ email }: { email: string }) {
  return <input type="text" autoComplete="username" value={email} readOnly hidden />
}

/**
 * The one table of codes. `message` is the wire's `errorMessage`; `console` is the HTTP status of our own API and `sandbox` that of the
 * embedded platform (no page fixes one, so no client relies on it). `ours` marks a code that no page prints.
 */
export const codes = {
  GLOBAL_1001: { message: 'Service unavailable. Please try again', console: 502, sandbox: 503, ours: false },
  GLOBAL_1002: { message: 'Invalid request', console: 422, sandbox: 400, ours: true },
  GLOBAL_1003: {
    message: 'Provided request ID does not exist for your account',
    console: 404,
    sandbox: 404,
    ours: false,
  },
  GLOBAL_1004: { message: 'Too many requests', console: 429, sandbox: 429, ours: true },
  AUTH_1001: { message: 'Authentication required', console: 401, sandbox: 401, ours: true },
  AUTH_1003: { message: 'Not allowed', console: 403, sandbox: 403, ours: true },
  CUSTOMER_1000: { message: 'Root customer cannot be deleted', console: 422, sandbox: 400, ours: false },
  CUSTOMER_1002: { message: 'Customer does not exist', console: 404, sandbox: 404, ours: false },
  CUSTOMER_1003: { message: 'Failed to update customer details', console: 422, sandbox: 400, ours: false },
  CUSTOMER_1004: { message: 'Failed to delete customer', console: 422, sandbox: 400, ours: false },
  CUSTOMER_1006: { message: 'Failed to retrieve customer details', console: 502, sandbox: 400, ours: false },
  CUSTOMER_1009: { message: 'Customer has siblings and cannot be deleted', console: 422, sandbox: 400, ours: false },
  CUSTOMER_1025: { message: 'Failed to update external params item', console: 422, sandbox: 400, ours: false },
} as const

export type Code = keyof typeof codes

/** Whether a code that came over the wire is one of the table. */
export function isCode(value: string): value is Code {
  return Object.hasOwn(codes, value)
}

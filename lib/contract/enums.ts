/** The enumerations of the three normative pages, upper case as they travel on the wire. */
export const customerStatuses = ['ACTIVE', 'SUSPEND'] as const
export const customerTypes = ['PRIVATE', 'BUSINESS'] as const
export const mfaConfigurations = ['MANDATORY', 'ENABLED', 'DISABLED'] as const
export const contactTypes = ['OWNER', 'MEMBER'] as const
export const contactRoles = ['SELFCARE', 'NONE'] as const
export const salutations = ['MR', 'MS'] as const
export const genders = ['MALE', 'FEMALE'] as const
export const idTypes = ['ID', 'PASSPORT', 'DRIVER_LICENSE'] as const
export const addressTypes = ['PRIVATE', 'SHIPPING', 'MAILING'] as const
export const titles = ['DR', 'PROF'] as const
export const deliveryMethods = ['EMAIL', 'POSTAL', 'EDI'] as const
export const paymentDueUnits = ['DAYS'] as const
export const chargeByActives = ['SIM', 'IMSI'] as const
export const activityIndications = ['NETWORK_REGISTRATION', 'DATA_CONSUMPTION'] as const

/** Status of an asynchronous request as `GET /api/v2/global/call/{id}` answers it. */
export const callStatuses = ['OPEN', 'SUCCESS', 'FAILURE', 'INTERNAL_ERROR'] as const

/** Roles of a console user; the names are the platform's own. */
export const userRoles = ['ROLE_SUPER_ADMIN', 'ROLE_USER', 'ROLE_SUPPORT', 'ROLE_READ_ONLY'] as const

export type MfaConfiguration = (typeof mfaConfigurations)[number]
export type CallStatus = (typeof callStatuses)[number]
export type UserRole = (typeof userRoles)[number]

/**
 * What the create page says the platform puts where an optional element is absent.
 * The platform applies them and a form preselects them; nothing in between adds them.
 */
export const createDefaults = {
  type: 'PRIVATE',
  allowOfferDelegation: false,
  isAllowedImeiLock: false,
  mfaConfiguration: 'MANDATORY',
  contact: { type: 'MEMBER', role: 'NONE', isPrimary: false },
  address: { type: 'PRIVATE', isPrimary: false },
} as const

import { getRequestConfig } from 'next-intl/server'

/**
 * The texts of a request. English is the only language so far. Times are worded in the browser in the user's own zone;
 * UTC is for calendar dates, which have none.
 */
export default getRequestConfig(async () => {
  const locale = 'en'
  return { locale, messages: (await import(`./${locale}.json`)).default, timeZone: 'UTC' }
})

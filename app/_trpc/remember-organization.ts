const yearSeconds = 365 * 24 * 3600;

/** The dashboard opens in this organization from now on, also for someone who is in others. */
export function rememberOrganization(id: string) {
  document.cookie = `astrocal_org=${id}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

export const webhookHref = (id: string): string => `/webhooks/${id}`;

export const deliveryHref = (id: string, deliveryId: string): string =>
  `${webhookHref(id)}/deliveries/${deliveryId}`;

/**
 * Label of the replica that recorded a series: the target of a scrape, or `service.instance.id` of what came by OTLP. No
 * metric has it as an attribute, so that values are those of all replicas together unless a query asks otherwise.
 */
export const REPLICA = 'instance';

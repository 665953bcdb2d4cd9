import { z } from 'zod';

/**
 * What Slack's incoming webhooks take: a text, or attachments. Unknown fields are refused here, although Slack ignores
 * most, since a misspelt one would go unnoticed. https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments
 */
export const slackMessage = z.strictObject({
  channel: z.string().optional(),
  username: z.string().optional(),
  icon_emoji: z.string().optional(),
  icon_url: z.string().optional(),
  link_names: z.boolean().optional(),
  attachments: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        title_link: z.url(),
        // Slack cuts a longer text.
        text: z.string().min(1).max(8000),
        fallback: z.string().min(1),
        color: z.enum(['good', 'warning', 'danger']),
        mrkdwn_in: z.array(z.enum(['fallback', 'pretext', 'text'])).optional(),
        footer: z.string().optional(),
        callback_id: z.string().optional(),
      }),
    )
    .min(1)
    .max(20),
});

export type SlackMessage = z.infer<typeof slackMessage>;

/** An event of PagerDuty's Events API v2. https://developer.pagerduty.com/docs/events-api-v2-overview */
export const pagerdutyEvent = z.strictObject({
  routing_key: z.string().length(32),
  event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
  dedup_key: z.string().min(1).max(255),
  payload: z.strictObject({
    summary: z.string().min(1).max(1024),
    source: z.string().min(1),
    severity: z.enum(['critical', 'warning', 'error', 'info']),
    timestamp: z.iso.datetime().optional(),
    component: z.string().optional(),
    group: z.string().optional(),
    class: z.string().optional(),
    custom_details: z.record(z.string(), z.json()).optional(),
  }),
  client: z.string().optional(),
  client_url: z.url().optional(),
  links: z.array(z.strictObject({ href: z.url(), text: z.string() })).optional(),
  images: z.array(z.strictObject({ src: z.url(), href: z.url().optional(), alt: z.string().optional() })).optional(),
});

export type PagerdutyEvent = z.infer<typeof pagerdutyEvent>;

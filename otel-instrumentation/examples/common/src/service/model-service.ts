import Fastify, { type FastifyInstance } from 'fastify';
import { DELAY_MS, FAILS, type Trouble } from './trouble.ts';
import { MODEL_VERSION, PREDICTION_ID, type KnownOutcome } from './outcome.ts';

/** A model with its monitor. */
export interface ServedModel<Request> {
  /**
   * @param id - names the prediction, if its outcome will be known
   * @param trouble - what a demo wants the prediction to suffer from
   */
  predict(request: Request, id?: string, trouble?: Trouble): object;
  recordOutcome(outcome: KnownOutcome): void;
}

/**
 * The HTTP service of a model: `POST /predict` takes a row as JSON, `POST /outcomes` takes what is known later of
 * predictions, and `GET /healthz` answers while it runs.
 *
 * @param modelOf - the model that answers for a version, `undefined` if the client names none; it returns nothing for a
 *   version that is not served, which is answered with 404
 */
export function modelService<Request>(
  modelOf: (version: string | undefined) => ServedModel<Request> | undefined,
): FastifyInstance {
  // A class is a text and a regression's target a number; neither is turned into the other.
  const service = Fastify({ ajv: { customOptions: { allowUnionTypes: true } } });
  const served = (version: string | undefined): ServedModel<Request> => {
    const model = modelOf(version);
    if (model === undefined) throw new UnknownVersion(version);
    return model;
  };
  service.post<{ Body: object; Headers: RequestHeaders }>(
    '/predict',
    { schema: { body: { type: 'object' } } },
    ({ body, headers }) =>
      Promise.resolve(
        served(headers[MODEL_VERSION]).predict(body as Request, headers[PREDICTION_ID], troubleOf(headers)),
      ),
  );
  service.post<{ Body: readonly KnownOutcome[] }>(
    '/outcomes',
    { schema: { body: OUTCOMES } },
    async ({ body }, reply) => {
      for (const outcome of body) served(outcome.version).recordOutcome(outcome);
      await reply.code(204).send();
    },
  );
  service.get('/healthz', () => ({ status: 'ok' }));
  return service;
}

type RequestHeaders = Partial<
  Record<typeof PREDICTION_ID | typeof MODEL_VERSION | typeof DELAY_MS | typeof FAILS, string>
>;

function troubleOf({ [DELAY_MS]: delay, [FAILS]: fails }: RequestHeaders): Trouble | undefined {
  if (delay === undefined && fails === undefined) return undefined;
  return { delayMs: Number(delay ?? 0), fails: fails !== undefined };
}

const OUTCOMES = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'actual'],
    properties: {
      id: { type: 'string' },
      actual: { type: ['number', 'string'] },
      version: { type: 'string' },
    },
  },
};

class UnknownVersion extends Error {
  readonly statusCode = 404;

  constructor(version: string | undefined) {
    super(`Version ${version ?? 'without a name'} of the model is not served here.`);
  }
}

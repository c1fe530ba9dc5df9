import { type Attributes, context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = () => trace.getTracer('mawasu');

/** Runs `work` inside a span. Without an SDK (the default) this costs nothing and goes nowhere. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span whose end is somewhere else; `work` and what it awaits belong to it. */
export function openSpan(name: string, attributes: Attributes, work: () => void): Span {
  const span = tracer().startSpan(name, { attributes });
  context.with(trace.setSpan(context.active(), span), work);
  return span;
}

/** Not among the dependencies: who wants traces installs it beside the product (`npm install --no-save`). */
const SDK = '@opentelemetry/sdk-node';

interface Sdk {
  readonly NodeSDK: new (options: { serviceName: string }) => { start(): void };
}

/** Starts the operator's OpenTelemetry SDK, which takes its settings from the OTEL_… variables. */
export async function startTelemetry(wanted: boolean, serviceName: string): Promise<void> {
  if (!wanted) return;
  const sdk = (await import(SDK).catch(() => {
    throw new Error(
      `MAWASU_OTEL=1 needs the package ${SDK}; install it beside Mawasu, or unset MAWASU_OTEL.`,
    );
  })) as Sdk;
  new sdk.NodeSDK({ serviceName }).start();
}

/**
 * Floor: certificate. Below: report. Above: read.
 * It does not know certificates. All generations share one name, so the key identifier tells them apart.
 * Source: the published JPKI CA certificates; docs/protocol-sources.md 3.
 */
import type { IssuerGeneration } from '../report.ts';

/** Published CAs by their subject key identifier, upper-case hex. */
export const ISSUER_OF_KEY_IDENTIFIER: ReadonlyMap<string, IssuerGeneration> = new Map<
  string,
  IssuerGeneration
>([
  ['9567951B5CA70D84A0FFF1D85A87F1AAB1340385', { authority: 'authentication', generation: 1 }],
  ['8CD5586A891485E559379B7E29D410CFD28B3593', { authority: 'authentication', generation: 2 }],
  ['1AC100F596A3BC8C4B3DF195E32699249E9E308A', { authority: 'authentication', generation: 3 }],
  ['0D034CBB34D0714F45E45A1CAFD8FD143FAB54A7', { authority: 'signature', generation: 1 }],
  ['4DE017DE4B7F473DCD867A62D38B134ACE83558A', { authority: 'signature', generation: 2 }],
  ['D21EA55895617E93ADBF966B941AB4EDF653F08F', { authority: 'signature', generation: 3 }],
]);

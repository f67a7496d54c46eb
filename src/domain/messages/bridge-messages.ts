import { quote } from './messages';

/** The messages of bridges, which few workbooks need: the script that every workbook loads does not carry them. */
export const bridgeMessages = {
  byClientNeedsAll: (client: string) =>
    `By client, the spend of all clients is told apart: ask for ${quote('*')}, or tell ${client}'s by service, model, team or vendor.`,
} as const;

import { referenceClients } from '../../../src/bills/reference/clients';

const row = (client: string) => referenceClients.find((candidate) => candidate.client === client);

describe('the clients that ship', () => {
  it("hold what the article says of ByteDance, with the text's currency and not the headline's", () => {
    expect(row('ByteDance')).toEqual({
      client: 'ByteDance',
      vendor: 'Microsoft',
      service: 'Azure OpenAI Service',
      month: '2024-11',
      spend: '20000000',
      currency: 'EUR',
      share: '0.15',
      basis: 'reported',
      source: 'Tech Giants Pay Millions, 18 Nov 2024',
      note: 'The headline says $20M, the text says EUR 20 million; the text is used.',
    });
  });

  it.each(['Adobe', 'Meta'])(
    'hold %s as a known customer of Microsoft without an amount, a share or a service',
    (client) => {
      expect(row(client)).toEqual({
        client,
        vendor: 'Microsoft',
        service: '',
        month: '2024-11',
        spend: null,
        currency: '',
        share: null,
        basis: 'reported',
        source: 'Tech Giants Pay Millions, 18 Nov 2024',
        note: 'top-tier customer, amount not disclosed',
      });
    },
  );

  it('are these three and no others', () => {
    expect(referenceClients.map(({ client }) => client)).toEqual(['ByteDance', 'Adobe', 'Meta']);
  });
});

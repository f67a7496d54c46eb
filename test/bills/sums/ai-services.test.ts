import { AI_RECOGNITION, isAiName } from '../../../src/bills/sums/ai-services';

describe('a name of AI', () => {
  it.each([
    'AI and Machine Learning',
    'AI + Machine Learning',
    'Azure OpenAI',
    'Azure OpenAI Service',
    'Cognitive Services',
    'Microsoft.CognitiveServices',
    'Azure AI Foundry',
    'Foundry Models',
    'Foundry Tools',
    'Azure Machine Learning',
    'Microsoft.MachineLearningServices',
    'Amazon Bedrock',
    'AmazonBedrock',
    'Bedrock',
    'AmazonBedrockAgentCore',
    'Amazon SageMaker',
    'Vertex AI',
    'Gemini API',
    'Claude 3.5 Sonnet (Amazon Bedrock Edition)',
    'claude-sonnet-4',
    'gpt 4o 0513 Input global Tokens',
    'gpt-4o-mini-0718-Inp-glbl Tokens',
    'GPT-4',
    'gpt-3.5-turbo',
    'R1 Outp glbl Tokens',
    'text-embedding-3-large',
    'Mistral Large',
    'Cohere Command R',
    'DeepSeek-V3',
    'Grok 3',
    'ChatGPT Enterprise',
    'GitHub Copilot',
    'OPENAI',
  ])('is %s', (name) => expect(isAiName(name)).toBe(true));

  it.each([
    'Virtual Machines',
    'Storage',
    'Cloud Foundry',
    'Palantir Foundry',
    'Gemini Trust Company',
    'Cohere Health',
    'Claude Monet Museum',
    'Mistral Air',
    'GPT partitions',
    'Grok patterns',
    'Egyptian Cotton',
    'Maintenance',
    'Email Services',
    'Retail AI-free',
    'Standard Text Records',
    'Titan Security Key',
    'Tokens',
    'Imagen de disco',
    '',
  ])('is not %s', (name) => expect(isAiName(name)).toBe(false));

  it('is no number, and is explained in a sentence', () => {
    expect(isAiName(4)).toBe(false);
    expect(AI_RECOGNITION).toContain('AI and Machine Learning');
  });
});

import type { Cell } from '../../formats/file/text-table';

/** What FOCUS and Azure call the category. */
const CATEGORIES = [
  'ai and machine learning',
  'ai \\+ machine learning',
  'artificial intelligence',
  'generative ai',
  'machine learning',
];

/** Services, products and platforms, as bills and product codes name them. */
const SERVICES = [
  '(?:azure )?open ?ai',
  'cognitive ?services',
  'azure ai',
  '(?:azure )?ai (?:search|services|foundry|studio|vision|language|speech|builder|platform)',
  'microsoft foundry',
  'foundry (?:models?|tools|agents?|iq|local)',
  'machine ?learning ?(?:services|studio)?',
  'document intelligence',
  'form recognizer',
  '(?:amazon|aws) ?bedrock\\w*',
  // As Cost Explorer calls it; others are called so, too.
  '^bedrock$',
  '(?:amazon|aws) ?sage ?maker\\w*',
  'sage ?maker',
  '(?:amazon|aws) ?(?:comprehend|rekognition|textract|transcribe|polly|lex|kendra|q business|q developer|nova|titan)',
  'vertex ai',
  'gemini api',
  'generative language api',
  'copilot(?: studio)?',
  'chat ?gpt',
  'hugging ?face',
  'databricks (?:model serving|foundation model\\w*)',
  'snowflake cortex',
];

/** Makers of models, and the models. */
const MODELS = [
  'anthropic',
  'claude',
  'gemini',
  'gpt ?-?\\d?\\w*',
  'text embedding \\w+',
  'dall e',
  'whisper',
  'o[134] (?:mini|pro|preview|deep research)',
  'mistral(?: ai)?',
  'mixtral',
  'codestral',
  'cohere',
  'deep ?seek',
  'grok',
  'llama ?\\d?',
  'phi \\d(?: \\w+)?',
  'qwen\\w*',
  'imagen \\d',
  'perplexity',
  'stability ai',
  'stable diffusion',
];

/** A meter that counts the tokens which go into a model and come out of it. */
const TOKENS = '(?:inp|outp|inpt|outpt|input|output|prompt|completion|cached) .*tokens?';

/** Names that contain one of the above and are something else. */
const FALSE_FRIENDS = new RegExp(
  [
    'gemini (?:lake|trust|exchange)',
    'gpt partitions?',
    'cohere ?(?:health|net)',
    'claude (?:monet|debussy)',
    'mistral (?:air|wind)',
    'grok (?:patterns?|filters?|exporters?)',
    '(?:cloud|palantir) foundry',
  ]
    .map((name) => `(?:^| )${name}(?= |$)`)
    .join('|'),
  'g',
);

const AI = new RegExp(`(?:^| )(?:${[...CATEGORIES, ...SERVICES, ...MODELS, TOKENS].join('|')})(?= |$)`);

/** What the pane says of how AI services are recognised. */
export const AI_RECOGNITION =
  'A row counts as AI where its service category is "AI and Machine Learning", or where its service, product, meter or model has a well-known name ' +
  '(Azure OpenAI, Cognitive Services, Azure AI, Foundry, Machine Learning, Bedrock, SageMaker, Vertex AI, Gemini, Claude, GPT, OpenAI, ' +
  'Anthropic, Mistral, Cohere, DeepSeek, Grok, Llama and the like). AI that goes by another name is missed, such as a GPU machine ' +
  'or a meter called "Standard Text Records": look at what is left out.';

/** Whether the name of a service, product, meter or model is one of AI: whole words, case ignored. */
export function isAiName(cell: Cell): boolean {
  if (typeof cell === 'number') {
    return false;
  }
  const words = cell
    .slice(0, 500)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
  return AI.test(words.replace(FALSE_FRIENDS, ' '));
}

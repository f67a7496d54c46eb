let known: boolean | null = null;

/**
 * Whether the host takes results that carry a number format (CustomFunctionsRuntime 1.4).
 *
 * Excel 2021 for Windows says it does and then shows #VALUE!, so on Windows the set that came with it in every
 * version that really does, ExcelApi 1.16, must be there too.
 */
export function hostShowsFormats(): boolean {
  known ??= ask();
  return known;
}

function ask(): boolean {
  const { requirements, platform } = Office.context;
  if (!requirements.isSetSupported('CustomFunctionsRuntime', '1.4')) {
    return false;
  }
  return platform !== Office.PlatformType.PC || requirements.isSetSupported('ExcelApi', '1.16');
}

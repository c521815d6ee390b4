using System.Text;

namespace Gates.Formats.Foundation.Text;

/// <summary>
/// Joins <c>⟪a|b⟫</c> to <c>ab</c>, so that a case can show a gate a secret that no file of the repository holds
/// and no other scanner stumbles over.
/// </summary>
internal static class SplitText
{
    private const char Open = '⟪';
    private const char Close = '⟫';

    private static readonly byte[] OpenBytes = Encoding.UTF8.GetBytes([Open]);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The joined contents; those without a mark, or that are no UTF-8, as they are.</summary>
    public static byte[] Join(byte[] content)
    {
        if (content.AsSpan().IndexOf(OpenBytes) < 0)
        {
            return content;
        }

        try
        {
            return Encoding.UTF8.GetBytes(Join(Strict.GetString(content)));
        }
        catch (DecoderFallbackException)
        {
            return content;
        }
    }

    private static string Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        var inside = false;
        foreach (var c in text)
        {
            inside = c == Open || (inside && c != Close);
            if (c is not (Open or Close) && !(inside && c == '|'))
            {
                joined.Append(c);
            }
        }

        return joined.ToString();
    }
}

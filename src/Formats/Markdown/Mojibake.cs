using System.Text;

namespace Gates.Formats.Markdown;

/// <summary>Mends texts whose UTF-8 somebody took for Mac Roman or Windows-1252, so that one sign became three.</summary>
internal static class Mojibake
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (string Name, Encoding Encoding)[] Mistaken =
        [("mac-roman", Of(10000)), ("windows-1252", Of(1252))];

    /// <returns>The text, and what it was taken for; <see langword="null"/> when nothing had to be mended.</returns>
    public static (string Text, string? Mended) Mend(string text)
    {
        var (best, mended, most) = (text, (string?)null, 0);
        foreach (var (name, encoding) in Mistaken)
        {
            var (candidate, count) = Mend(text, encoding);
            if (count > most)
            {
                (best, mended, most) = (candidate, name, count);
            }
        }

        return (best, mended);
    }

    private static Encoding Of(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static (string Text, int Count) Mend(string text, Encoding encoding)
    {
        var (mended, count, at) = (new StringBuilder(text.Length), 0, 0);
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && text[end] > 127)
            {
                end++;
            }

            if (end == at)
            {
                mended.Append(text[at++]);
                continue;
            }

            var run = text[at..end];
            var better = Decode(run, encoding);
            count += better is null ? 0 : run.Length;
            mended.Append(better ?? run);
            at = end;
        }

        return (mended.ToString(), count);
    }

    /// <summary>Signs that are no UTF-8 in the other encoding were meant as they are.</summary>
    private static string? Decode(string run, Encoding encoding)
    {
        try
        {
            return Strict.GetString(encoding.GetBytes(run));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

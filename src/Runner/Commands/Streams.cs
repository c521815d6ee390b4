using System.Text;

namespace Gates.Runner.Commands;

/// <summary>Standard output and standard error, as every machine has them.</summary>
internal static class Streams
{
    /// <summary>
    /// Programs and files always get UTF-8, whatever the locale says. A terminal gets it when its locale is UTF-8; any other would show it as
    /// rubbish, and gets ASCII, in which nothing is lost: what has a usual spelling is spelt, and the rest is written as its number.
    /// </summary>
    public static void Prepare(Func<string, string?> variables)
    {
        var utf8 = IsUtf8(variables);
#pragma warning disable CA2000 // Dispose objects before losing scope: the process's own streams last as long as it does
        Console.SetOut(TextWriter.Synchronized(Writer(Console.OpenStandardOutput(), Console.IsOutputRedirected || utf8)));
        Console.SetError(TextWriter.Synchronized(new UnbreakableWriter(Writer(Console.OpenStandardError(), Console.IsErrorRedirected || utf8))));
#pragma warning restore CA2000
    }

    /// <summary>Whether the locale is one of UTF-8; of the variables, the first that is set decides.</summary>
    internal static bool IsUtf8(Func<string, string?> variables)
    {
        var locale = ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(variables).FirstOrDefault(value => value is { Length: > 0 }) ?? "";
        return locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }

    private static StreamWriter Writer(Stream stream, bool utf8) =>
        new(stream, utf8 ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : PlainText.Encoding, bufferSize: 1024) { AutoFlush = true };
}

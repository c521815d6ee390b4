using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>What a finished git command said.</summary>
internal sealed record GitOutput(int ExitCode, byte[] Bytes, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Bytes).TrimEnd('\n');

    /// <value>The line of its errors that says most.</value>
    public string FirstError =>
        Error.Split('\n').FirstOrDefault(line => line.Contains("fatal", StringComparison.Ordinal) || line.Contains("error", StringComparison.Ordinal))
            ?? Error.Split('\n')[0];

    /// <summary>The fields of a <c>-z</c> listing.</summary>
    /// <param name="beforeName">The sign after which a field's name begins, where something stands before it.</param>
    /// <exception cref="EvaluationException">A name is not UTF-8: such a file could not be opened, and must not be passed over in silence.</exception>
    public IEnumerable<string> Fields(char? beforeName = null)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        for (var start = 0; start < Bytes.Length;)
        {
            var length = Array.IndexOf(Bytes, (byte)0, start) is var end and >= 0 ? end - start : Bytes.Length - start;
            string field;
            try
            {
                field = strict.GetString(Bytes, start, length);
            }
            catch (DecoderFallbackException e)
            {
                var name = Encoding.Latin1.GetString(Bytes, start, length).Split(beforeName ?? '\0', 2)[^1];
                throw new EvaluationException($"the file name \"{name}\" is not UTF-8; rename it, gates cannot inspect it", e);
            }

            yield return field;
            start += length + 1;
        }
    }
}

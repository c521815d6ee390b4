namespace Gates.Pipeline.Recognition;

/// <summary>Exactly what a finding is about. It lives in memory only: its text may be a secret. Two findings are the same when their keys are equal.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The file under its name of now; empty when the finding is about none.</param>
/// <param name="Identity">What the policy calls it; <see langword="null"/> when it gives it no name.</param>
/// <param name="Kind">What <paramref name="Text"/> is.</param>
/// <param name="Text">The text it is about, see <see cref="FindingKeys"/>.</param>
internal sealed record FindingKey(string Gate, string Rule, string Path, string? Identity, KeyText Kind, string Text)
{
    /// <summary>For a log or a debugger: never the text.</summary>
    public override string ToString() => $"{Gate} {Rule} {Path}";

    /// <summary>The parts in one text, length-prefixed, so that no two keys read the same.</summary>
    public string Joined() => Join(Gate, Rule, Path, Identity is null ? "-" : "=" + Identity, Kind.ToString(), Text);

    public static string Join(params ReadOnlySpan<string> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return text.ToString();
    }
}

/// <summary>What the text of a <see cref="FindingKey"/> is.</summary>
internal enum KeyText
{
    /// <summary>The lines of the finding.</summary>
    Lines,

    /// <summary>A part of a line, from its column to its end column.</summary>
    Span,

    /// <summary>The finding has no line that can be read: its message.</summary>
    Message,

    /// <summary>The finding is about another commit, and has a name: which one that is changes with every rebase.</summary>
    Name,
}

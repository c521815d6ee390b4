using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Pipeline;

/// <summary>Finds secrets and personal data in a text.</summary>
internal interface ISecretFinder
{
    /// <param name="path">The file that the text is from; some values are only looked for in certain files.</param>
    /// <param name="text">Any text, in UTF-8.</param>
    /// <returns>Where values stand, one place each, in order.</returns>
    /// <exception cref="EvaluationException">The text could not be searched to its end.</exception>
    IReadOnlyList<FoundSecret> Locate(string path, ReadOnlySpan<byte> text);
}

/// <summary>Finds out whether a file holds a secret or personal data, also in what it wraps: archives, other encodings, encoded text.</summary>
internal interface IFileSecrets
{
    /// <param name="name">What the file is called.</param>
    /// <param name="content">Its bytes; can be read from any place.</param>
    /// <returns>Where the first one stands, in words that follow the name; <see langword="null"/> when there is none.</returns>
    /// <exception cref="EvaluationException">Not all of it could be looked at, so nothing is known of the rest.</exception>
    string? Find(string name, Stream content);
}

/// <summary>Where a value stands.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct FoundSecret(string Rule, int Start, int Length);

/// <summary>What most ask of a finder.</summary>
internal static class SecretFinderExtensions
{
    /// <returns>The values as they stand in the text. They must go nowhere.</returns>
    /// <exception cref="EvaluationException">The text could not be searched to its end.</exception>
    public static IReadOnlyList<string> Find(this ISecretFinder finder, string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. finder.Locate(path, bytes).Select(found => Encoding.UTF8.GetString(bytes, found.Start, found.Length)).Distinct(StringComparer.Ordinal)];
    }
}
